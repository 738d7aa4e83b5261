import { checkCount, checkExposure } from './counts';
import { NO_DATA, type NoData } from './NoData';
import { Z_95 } from './normalQuantile';
import { studentQuantile95 } from './studentQuantile';

/**
 * Events of one period.
 *
 * @public
 */
export interface CountedPeriod {
  /** Place in time, such as the number of the week. Periods nobody could count are left out. */
  readonly x: number;
  readonly count: number;
  /** How much of the period was counted; 1 by default. */
  readonly exposure?: number;
}

/**
 * By how much a count grows, on the scale of logarithms: `Math.exp(value)` is the factor from one period to the next.
 *
 * @public
 */
export interface GrowthEstimate {
  readonly kind: 'estimate';
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Variance of the counts, in units of that of events that come independently of each other (Pearson). */
  readonly dispersion: number;
  /** Periods. */
  readonly n: number;
  readonly events: number;
}

const MOST_STEPS = 50;
const PRECISION = 1e-10;

/**
 * Growth of a count over periods, with its 95 % interval.
 *
 * @remarks
 * Poisson regression with logarithmic link, so that a period without an event is data: P. McCullagh and J. A. Nelder,
 * "Generalized Linear Models" (1989), chapter 6. Of two intervals the wider one is given: that of events which
 * come independently of each other, and that of the quasi-likelihood, which the dispersion of Pearson widens for bursts,
 * with Student's quantile as there are few periods. It takes periods for independent of each other.
 *
 * @returns "no data" for fewer than three periods, or where all events, if any, fall into the first or the last: no finite
 * growth fits best
 * @throws RangeError where a count is no whole number, an exposure is not above 0, or a place is not finite
 *
 * @public
 */
export function growthRate(
  periods: readonly CountedPeriod[],
): GrowthEstimate | NoData {
  const rows = periods.map(({ x, count, exposure = 1 }) => {
    checkCount(count);
    checkExposure(exposure);
    if (!Number.isFinite(x)) {
      throw new RangeError(`Expected a finite place, got ${x}`);
    }
    return { x, count, exposure };
  });
  const n = rows.length;
  const events = rows.reduce((sum, { count }) => sum + count, 0);
  const places = rows.map(({ x }) => x);
  const centre =
    rows.reduce((sum, { x, count }) => sum + x * count, 0) / events;
  const within = centre > Math.min(...places) && centre < Math.max(...places);
  if (n < 3 || !within) {
    return NO_DATA;
  }
  const { slope, information, fitted } = fit(rows, centre);
  const degreesOfFreedom = n - 2;
  const pearson = rows.reduce(
    (sum, { count }, index) =>
      sum + (count - fitted[index]) ** 2 / fitted[index],
    0,
  );
  const dispersion = pearson / degreesOfFreedom;
  const reach =
    Math.max(
      Z_95,
      studentQuantile95(degreesOfFreedom) * Math.sqrt(dispersion),
    ) / Math.sqrt(information);
  return {
    kind: 'estimate',
    value: slope,
    low: slope - reach,
    high: slope + reach,
    dispersion,
    n,
    events,
  };
}

/**
 * The slope at which the mean place of the expected events is that of the observed ones. For any slope the level is the
 * one that makes both as many, which leaves one unknown; the variance of the places is its derivative.
 */
function fit(
  rows: readonly Required<CountedPeriod>[],
  centre: number,
): { slope: number; information: number; fitted: readonly number[] } {
  const events = rows.reduce((sum, { count }) => sum + count, 0);
  const expected = (slope: number) => {
    const raw = rows.map(
      ({ x, exposure }) => exposure * Math.exp(slope * (x - centre)),
    );
    const scale = events / raw.reduce((sum, value) => sum + value, 0);
    const fitted = raw.map(value => value * scale);
    const mean =
      rows.reduce((sum, { x }, index) => sum + x * fitted[index], 0) / events;
    const information = rows.reduce(
      (sum, { x }, index) => sum + fitted[index] * (x - mean) ** 2,
      0,
    );
    return { slope, mean, information, fitted };
  };
  let state = expected(0);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const change = (events * (centre - state.mean)) / state.information;
    // A step no longer than one period keeps the search where exponentials have a value.
    const limited = Math.max(-1, Math.min(1, change));
    state = expected(state.slope + limited);
    if (Math.abs(change) < PRECISION) {
      break;
    }
  }
  return state;
}
