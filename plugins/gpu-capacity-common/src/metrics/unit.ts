import type { DialectMetric } from './dialects';
import { highestOf } from './highestOf';
import { measureTheSame, type MetricUnit } from './metricQuantity';

/**
 * The unit of a metric in one cluster, or why it is not known.
 *
 * @public
 */
export type ProbedUnit =
  | {
      readonly status: 'known';
      readonly unit: MetricUnit;
      readonly by: 'values' | 'declaration' | 'configuration';
    }
  | { readonly status: 'unknown'; readonly reason: string };

const MIB = 2 ** 20;
/** Sampling can overshoot a little, and cards hold a little more than they are sold for. */
const TOLERANCE = 1.1;
/** As MiB this were a TiB, which no device holds. */
const TOO_MUCH_AS_MIB = 2 ** 20;
/** Below this, a number of bytes is less than a driver keeps for itself. */
const TOO_LITTLE_AS_BYTES = 2 ** 20;

/**
 * Decides in which unit a metric is reported, by what it has said: collectors rescale metrics under their old names.
 *
 * @param options - `maxima`: the highest value of each series in the last day; `metric`: as its documentation has it;
 *   `configured`: what the configuration says, which decides; `capacityBytes`: memory of the largest device that reports,
 *   where known
 *
 * @see opendatahub-io/odh-observability pull request 51
 *
 * @public
 */
export function probeUnit(options: {
  readonly maxima: readonly number[];
  readonly metric: DialectMetric;
  readonly configured?: MetricUnit;
  readonly capacityBytes?: number;
}): ProbedUnit {
  const { metric, configured } = options;
  if (configured) {
    return measureTheSame(configured, metric.unit)
      ? { status: 'known', unit: configured, by: 'configuration' }
      : unknown(`${metric.name} cannot be in ${configured}, as is configured`);
  }
  const maxima = options.maxima.filter(
    value => Number.isFinite(value) && value >= 0,
  );
  switch (metric.unit) {
    case 'ratio':
    case 'percent':
      return probeShare(maxima, metric);
    case 'MiB':
    case 'bytes':
      return probeMemory(maxima, options.capacityBytes);
    default:
      return { status: 'known', unit: metric.unit, by: 'declaration' };
  }
}

function probeShare(
  maxima: readonly number[],
  { name, unit, integral }: DialectMetric,
): ProbedUnit {
  const highest = highestOf(maxima) ?? 0;
  const fractions = maxima.some(value => value > 0 && value < 1);
  if (highest > 100 * TOLERANCE) {
    return unknown(
      `${name} is ${highest} at most, which is no share of the time`,
    );
  }
  if (highest > TOLERANCE) {
    // What counts in whole percent has no fractions, unless a second collector rescales it.
    return integral && fractions
      ? unknown(
          `some series of ${name} look like ratios and others like percentages`,
        )
      : { status: 'known', unit: 'percent', by: 'values' };
  }
  if (unit === 'ratio') {
    return { status: 'known', unit: 'ratio', by: 'declaration' };
  }
  if (integral && fractions) {
    return { status: 'known', unit: 'ratio', by: 'values' };
  }
  return unknown(
    `${name} has not been above 1 in a day, so it may be a percentage of idle devices or a ratio`,
  );
}

function probeMemory(
  maxima: readonly number[],
  capacityBytes: number | undefined,
): ProbedUnit {
  const highest = highestOf(maxima) ?? 0;
  if (highest === 0) {
    return unknown('no device has held memory in a day');
  }
  const asBytes = fits(highest, capacityBytes);
  const asMiB = fits(highest * MIB, capacityBytes);
  const tooLittle = highest < TOO_LITTLE_AS_BYTES;
  if (asMiB && tooLittle) {
    return { status: 'known', unit: 'MiB', by: 'values' };
  }
  if (asBytes && !tooLittle && (!asMiB || highest >= TOO_MUCH_AS_MIB)) {
    return { status: 'known', unit: 'bytes', by: 'values' };
  }
  return unknown(
    `devices are said to hold up to ${highest}, which is more than they have in MiB and in bytes, or too little`,
  );
}

function fits(bytes: number, capacityBytes: number | undefined): boolean {
  return capacityBytes === undefined || bytes <= capacityBytes * TOLERANCE;
}

function unknown(reason: string): ProbedUnit {
  return { status: 'unknown', reason };
}
