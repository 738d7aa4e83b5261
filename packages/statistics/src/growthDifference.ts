import type { GrowthEstimate } from './growthRate';
import { NO_DATA, type NoData } from './NoData';
import type { DifferenceEstimate } from './proportionDifference';

/**
 * By how much faster one count grows than another, on the scale of logarithms, with its 95 % interval.
 *
 * @remarks
 * The interval is put together from those of the two: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008). The two
 * counts are taken for independent.
 *
 * @public
 */
export function growthDifference(
  first: GrowthEstimate | NoData,
  second: GrowthEstimate | NoData,
): DifferenceEstimate | NoData {
  if (first.kind === 'no-data' || second.kind === 'no-data') {
    return NO_DATA;
  }
  const value = first.value - second.value;
  return {
    kind: 'estimate',
    value,
    low:
      value - Math.hypot(first.value - first.low, second.high - second.value),
    high:
      value + Math.hypot(first.high - first.value, second.value - second.low),
  };
}
