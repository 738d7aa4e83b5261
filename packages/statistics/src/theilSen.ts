import {
  firstOrderDependence,
  type FirstOrderDependence,
} from './firstOrderDependence';
import { NO_DATA, type NoData } from './NoData';
import { Z_95 } from './normalQuantile';

/** @public */
export interface TrendPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * A robust line through points, with an interval of its slope.
 *
 * @public
 */
export interface TrendEstimate {
  readonly kind: 'estimate';
  /** Median of the slopes between all pairs of points. */
  readonly slope: number;
  /** Absent where there are too few points to bound the slope from below. */
  readonly low?: number;
  /** Absent where there are too few points to bound the slope from above. */
  readonly high?: number;
  /** The line passes through the medians of both coordinates. */
  readonly centre: TrendPoint;
  readonly n: number;
  /** Only where points are not taken for independent. */
  readonly dependence?: FirstOrderDependence;
}

/**
 * The slope of Theil and Sen: a quarter of the points may be anything and it stays where it is.
 *
 * @remarks
 * The interval is that of P. K. Sen, "Estimates of the regression coefficient based on Kendall's tau", JASA 63 (1968),
 * by the normal approximation with the variance for ties. Its ranks are rounded outwards, so that it is never too narrow
 * for that. It takes points for independent, unless you say otherwise: where each depends on the one before, it is too
 * narrow. With `dependence` the variance is that of the effective number of points (Yue and Wang 2004).
 *
 * @param options - `z`: quantile of the normal distribution; by default that of intervals of 95 %; `dependence`:
 *   `first-order` where points that follow each other resemble each other, such as days
 * @returns "no data" where there are no two points with different `x`
 * @throws RangeError where a coordinate is not a finite number
 *
 * @public
 */
export function theilSen(
  points: readonly TrendPoint[],
  options: {
    readonly z?: number;
    readonly dependence?: 'none' | 'first-order';
  } = {},
): TrendEstimate | NoData {
  if (!points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))) {
    throw new RangeError('Expected points with finite coordinates');
  }
  const slopes = pairwiseSlopes(points).sort((a, b) => a - b);
  if (slopes.length === 0) {
    return NO_DATA;
  }
  const { z = Z_95 } = options;
  const slope = median(slopes);
  const dependence =
    options.dependence === 'first-order'
      ? firstOrderDependence(points, slope)
      : undefined;
  const inflation = dependence ? points.length / dependence.effectiveN : 1;
  const reach = z * Math.sqrt(concordanceVariance(points) * inflation);
  const rank = Math.floor((slopes.length - reach) / 2);
  return {
    kind: 'estimate',
    slope,
    ...(rank >= 1 && {
      low: slopes[rank - 1],
      high: slopes[slopes.length - rank],
    }),
    centre: {
      x: median(ascending(points.map(({ x }) => x))),
      y: median(ascending(points.map(({ y }) => y))),
    },
    n: points.length,
    ...(dependence && { dependence }),
  };
}

function pairwiseSlopes(points: readonly TrendPoint[]): number[] {
  return points.flatMap((a, index) =>
    points
      .slice(index + 1)
      .filter(b => b.x !== a.x)
      .map(b => (b.y - a.y) / (b.x - a.x)),
  );
}

/** Variance of Kendall's S, with the corrections for ties in both coordinates. */
function concordanceVariance(points: readonly TrendPoint[]): number {
  const term = (n: number) => n * (n - 1) * (2 * n + 5);
  const tied = (values: readonly number[]) => {
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts.values()].reduce((sum, count) => sum + term(count), 0);
  };
  return Math.max(
    0,
    (term(points.length) -
      tied(points.map(({ x }) => x)) -
      tied(points.map(({ y }) => y))) /
      18,
  );
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

function ascending(values: readonly number[]): number[] {
  return [...values].sort((a, b) => a - b);
}
