import type { TrendPoint } from './theilSen';

/**
 * How much points along a line depend on the ones before them.
 *
 * @public
 */
export interface FirstOrderDependence {
  /** Of neighbours, 0 to 1: where they differ more than chance would make them, they count as independent. */
  readonly autocorrelation: number;
  /** How many independent points would say as much of the slope. */
  readonly effectiveN: number;
}

/** Below this part of the range of the values what is left of them is rounding. */
const ROUNDING = 1e-9;

/** Fewer points say nothing of each other. */
const MIN_POINTS = 5;

/**
 * The dependence of points on the ones before them, as an autoregressive process of first order has it.
 *
 * @remarks
 * The effective number of points is that of S. Yue and C. Y. Wang, "The Mann-Kendall test modified by effective sample
 * size to detect trend in serially correlated hydrological series", Water Resources Management 18 (2004), 201-218, from
 * the lag-1 autocorrelation after the trend is taken away. As in K. H. Hamed and A. R. Rao, "A modified Mann-Kendall trend
 * test for autocorrelated data", Journal of Hydrology 204 (1998), 182-196, it is read from ranks, so that wild points
 * do not hide it. Short series seem to depend less than they do: the bias of a series without its line, (2 + 4ρ) / n, is
 * taken out (N. P. A. van Giersbergen, "On the effect of deterministic terms on the bias in stable AR models",
 * Economics Letters 89 (2005), 75-82). Over a gap the dependence fades as over the points that are missing.
 * The dependence itself is an estimate: with fewer than about 30 points that depend strongly, intervals made with it are
 * still somewhat too narrow.
 *
 * @param points - with finite coordinates
 */
export function firstOrderDependence(
  points: readonly TrendPoint[],
  slope: number,
): FirstOrderDependence {
  const sorted = [...points].sort((a, b) => a.x - b.x);
  const autocorrelation = autocorrelationOf(sorted, slope);
  return {
    autocorrelation,
    effectiveN: points.length / inflation(sorted, autocorrelation),
  };
}

function autocorrelationOf(
  sorted: readonly TrendPoint[],
  slope: number,
): number {
  const rest = sorted.map(({ x, y }) => y - slope * x);
  const negligible = ROUNDING * rangeOf(sorted.map(({ y }) => y));
  if (sorted.length < MIN_POINTS || rangeOf(rest) <= negligible) return 0;
  const ranks = centredRanks(rest);
  const step = stepOf(sorted);
  const products = sorted.slice(1).flatMap(({ x }, index) => {
    const isNeighbour = x > sorted[index].x && x - sorted[index].x < 1.5 * step;
    return isNeighbour ? [ranks[index] * ranks[index + 1]] : [];
  });
  if (products.length === 0) return 0;
  const ofRanks = meanOf(products) / meanOf(ranks.map(rank => rank * rank));
  // What ranks of a normal process have in common, as its values have it.
  const ofValues = 2 * Math.sin((Math.PI / 6) * ofRanks);
  const n = sorted.length;
  return Math.min(1, Math.max(0, (n * ofValues + 2) / (n - 4)));
}

/** How many times the variance is that of independent points. */
function inflation(
  sorted: readonly TrendPoint[],
  autocorrelation: number,
): number {
  if (autocorrelation === 0) return 1;
  const step = stepOf(sorted);
  const shares = sorted.flatMap(a =>
    sorted.map(b => autocorrelation ** (Math.abs(a.x - b.x) / step)),
  );
  return shares.reduce((sum, share) => sum + share, 0) / sorted.length;
}

/** The usual distance of neighbours: the shortest one. */
function stepOf(sorted: readonly TrendPoint[]): number {
  const distances = sorted.slice(1).map(({ x }, index) => x - sorted[index].x);
  return Math.min(...distances.filter(distance => distance > 0));
}

/** Twice the ranks, around 0; equal values share theirs. */
function centredRanks(values: readonly number[]): number[] {
  return values.map(value =>
    values.reduce((sum, other) => sum + Math.sign(value - other), 0),
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rangeOf(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
