/**
 * What is measured of a device.
 *
 * @remarks
 * `busy` is the share of time in which anything ran on it: 100 % can be one of its many processors. `doing-work` says how
 * much of it worked. `xid` is the last error code; a device that never had one reports no series, which is not zero.
 *
 * @public
 */
export const METRIC_QUANTITIES = [
  'busy',
  'memory-used',
  'memory-total',
  'power',
  'xid',
  'doing-work',
] as const;

/** @public */
export type MetricQuantity = (typeof METRIC_QUANTITIES)[number];

/**
 * Units in which exporters report. Canonical are `ratio` (0 to 1), `bytes`, `watts` and `code`.
 *
 * @public
 */
export const METRIC_UNITS = [
  'ratio',
  'percent',
  'MiB',
  'bytes',
  'watts',
  'code',
] as const;

/** @public */
export type MetricUnit = (typeof METRIC_UNITS)[number];

const MIB = 2 ** 20;

const CANONICAL: Readonly<Record<MetricUnit, (value: number) => number>> = {
  ratio: value => value,
  percent: value => value / 100,
  MiB: value => value * MIB,
  bytes: value => value,
  watts: value => value,
  code: value => value,
};

const FAMILIES: ReadonlyArray<readonly MetricUnit[]> = [
  ['ratio', 'percent'],
  ['MiB', 'bytes'],
];

/** Whether two units are of the same quantity. */
export function measureTheSame(a: MetricUnit, b: MetricUnit): boolean {
  return (
    a === b || FAMILIES.some(family => family.includes(a) && family.includes(b))
  );
}

/** Sampling can overshoot a full second of work a little. */
const HIGHEST_RATIO = 1.05;

/**
 * A value in its canonical unit.
 *
 * @param unit - absent where it is not known; then only zero, which is zero in all of them, has a canonical value
 * @returns `undefined` for what cannot be: not finite, negative, or busier than all of the time
 *
 * @public
 */
export function canonicalValue(
  value: number,
  unit: MetricUnit | undefined,
): number | undefined {
  if (!Number.isFinite(value) || value < 0) return undefined;
  if (value === 0) return 0;
  if (unit === undefined) return undefined;
  const canonical = CANONICAL[unit](value);
  if (unit !== 'ratio' && unit !== 'percent') return canonical;
  return canonical > HIGHEST_RATIO ? undefined : Math.min(1, canonical);
}
