import { incompleteBeta } from './incompleteBeta';
import { NO_DATA, type NoData } from './NoData';

/**
 * A percentile with its 95 % interval, in the unit of the values.
 *
 * @public
 */
export interface PercentileEstimate {
  readonly kind: 'estimate';
  readonly value: number;
  /** Absent where there are too few values to bound it from below. */
  readonly low?: number;
  /** Absent where there are too few values to bound it from above. */
  readonly high?: number;
  readonly n: number;
}

/**
 * The value below which a share of all values lies, whatever their distribution.
 *
 * @remarks
 * The estimate is type 7 of R. J. Hyndman and Y. Fan, The American Statistician 50 (1996), which is `percentile_cont` of
 * SQL. The interval runs between two of the values, with ranks from the binomial distribution: W. J. Conover, "Practical
 * Nonparametric Statistics" (1999), section 3.2. It covers the truth at least 95 % of the time. Every value must be final:
 * durations of what is not finished belong into `kaplanMeier`.
 *
 * @param share - between 0 and 1; 0.5 is the median
 * @throws RangeError where the share is not between 0 and 1, or a value is not finite
 *
 * @public
 */
export function percentileInterval(
  values: readonly number[],
  share: number,
): PercentileEstimate | NoData {
  if (!(share > 0 && share < 1)) {
    throw new RangeError(`Expected a share between 0 and 1, got ${share}`);
  }
  if (!values.every(Number.isFinite)) {
    throw new RangeError('Expected finite values');
  }
  const n = values.length;
  if (n === 0) {
    return NO_DATA;
  }
  const sorted = [...values].sort((a, b) => a - b);
  const place = (n - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  const lowRank = ranksBelow(n, share, 0.025);
  const highRank = ranksBelow(n, share, 0.975) + 1;
  const value = below + (above - below) * (place - Math.floor(place));
  // With few values an outer percentile is interpolated to beyond the value whose rank bounds it.
  return {
    kind: 'estimate',
    value,
    ...(lowRank >= 1 && { low: Math.min(value, sorted[lowRank - 1]) }),
    ...(highRank <= n && { high: Math.max(value, sorted[highRank - 1]) }),
    n,
  };
}

/** The smallest number of values below the percentile that more than this chance does not exceed. */
function ranksBelow(n: number, share: number, chance: number): number {
  let low = 0;
  let high = n;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (atMost(middle, n, share) < chance) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Chance that at most so many of n values lie below the percentile. */
function atMost(count: number, n: number, share: number): number {
  return count >= n ? 1 : incompleteBeta(n - count, count + 1, 1 - share);
}
