import type { Median, Proportion } from '../contract';

const UNITS = [
  { name: 'd', days: 1 },
  { name: 'h', days: 1 / 24 },
  { name: 'min', days: 1 / (24 * 60) },
] as const;

/**
 * A share in the precision that its interval supports, such as `61 % [55-67]`.
 *
 * @public
 */
export function formatProportion(share: Proportion): string {
  if (share.kind === 'no-data') {
    return 'unknown';
  }
  const percent = (value: number) => Math.round(value * 100);
  return `${percent(share.value)} % [${percent(share.low)}-${percent(
    share.high,
  )}]`;
}

/**
 * A median of days in the largest unit in which it is at least 1, such as `9.2 d [7.1-12.0]`, `9.2 d [7.1-?]` where it
 * has no upper bound, or `>= 40.0 d (not yet reached)`.
 *
 * @public
 */
export function formatMedian(median: Median): string {
  if (median.kind === 'no-data') {
    return 'unknown';
  }
  if (median.kind === 'not-reached') {
    const unit = unitFor(median.atLeast);
    return `>= ${inUnit(median.atLeast, unit)} ${unit.name} (not yet reached)`;
  }
  const unit = unitFor(median.value);
  const high = median.high === undefined ? '?' : inUnit(median.high, unit);
  return `${inUnit(median.value, unit)} ${unit.name} [${inUnit(
    median.low,
    unit,
  )}-${high}]`;
}

type Unit = (typeof UNITS)[number];

function unitFor(days: number): Unit {
  return UNITS.find(unit => days >= unit.days) ?? UNITS[2];
}

function inUnit(days: number, unit: Unit): string {
  return (days / unit.days).toFixed(1);
}
