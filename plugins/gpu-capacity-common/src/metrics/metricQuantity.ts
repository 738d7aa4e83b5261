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

const FACTORS: Readonly<Record<MetricUnit, number>> = {
  ratio: 1,
  percent: 0.01,
  MiB: MIB,
  bytes: 1,
  watts: 1,
  code: 1,
};

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
  const canonical = value * FACTORS[unit];
  if (unit !== 'ratio' && unit !== 'percent') return canonical;
  return canonical > HIGHEST_RATIO ? undefined : Math.min(1, canonical);
}
