/**
 * How busy devices are, as a distribution: a mean hides both the idle and the saturated.
 *
 * @public
 */
export interface UtilisationDistribution {
  readonly n: number;
  /** Sum of the weights, such as device-hours. */
  readonly weight: number;
  /** Shares of busy time, 0 to 1, by weighted quantile; absent where there are no values. */
  readonly quantiles:
    | {
        readonly p10: number;
        readonly p25: number;
        readonly p50: number;
        readonly p75: number;
        readonly p90: number;
      }
    | undefined;
  /** Weight in tenths of busy time: the first bin is 0 up to 10 %, the last one 90 % to 100 % inclusive. */
  readonly histogram: readonly number[];
}

/** @public */
export interface WeightedShare {
  /** 0 to 1. */
  readonly share: number;
  /** Above 0. */
  readonly weight: number;
}

const BINS = 10;

/** @public */
export function utilisationDistribution(
  shares: readonly WeightedShare[],
): UtilisationDistribution {
  const sorted = shares
    .filter(({ share, weight }) => Number.isFinite(share) && weight > 0)
    .sort((a, b) => a.share - b.share);
  const weight = sorted.reduce((sum, item) => sum + item.weight, 0);
  const histogram = Array.from({ length: BINS }, () => 0);
  for (const item of sorted) {
    const bin = Math.floor(item.share * BINS);
    histogram[Math.min(BINS - 1, Math.max(0, bin))] += item.weight;
  }
  const quantile = (q: number) => weightedQuantile(sorted, q * weight);
  return {
    n: sorted.length,
    weight,
    quantiles:
      sorted.length === 0
        ? undefined
        : {
            p10: quantile(0.1),
            p25: quantile(0.25),
            p50: quantile(0.5),
            p75: quantile(0.75),
            p90: quantile(0.9),
          },
    histogram,
  };
}

/** The lowest value that, with all below it, carries the weight. */
function weightedQuantile(
  sorted: readonly WeightedShare[],
  target: number,
): number {
  let carried = 0;
  for (const { share, weight } of sorted) {
    carried += weight;
    if (carried >= target) return share;
  }
  return sorted[sorted.length - 1].share;
}
