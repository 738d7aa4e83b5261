import { NO_DATA, type NoData } from './NoData';
import type { ProportionEstimate } from './wilsonInterval';

/**
 * The difference of two shares with its 95 % interval; all three numbers lie in -1 to 1.
 *
 * @public
 */
export interface DifferenceEstimate {
  readonly kind: 'estimate';
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * How far one share lies above another, with its 95 % interval.
 *
 * @remarks
 * Method 10 (score interval without continuity correction) of R. G. Newcombe, "Interval estimation for the
 * difference between independent proportions", Statistics in Medicine 17 (1998). For two looks at mostly the same
 * members it is wider than need be, so a verdict taken from it errs on the side of "no clear change".
 *
 * @public
 */
export function proportionDifference(
  later: ProportionEstimate | NoData,
  earlier: ProportionEstimate | NoData,
): DifferenceEstimate | NoData {
  if (later.kind === 'no-data' || earlier.kind === 'no-data') {
    return NO_DATA;
  }
  const value = later.value - earlier.value;
  return {
    kind: 'estimate',
    value,
    low:
      value - Math.hypot(later.value - later.low, earlier.high - earlier.value),
    high:
      value + Math.hypot(earlier.value - earlier.low, later.high - later.value),
  };
}
