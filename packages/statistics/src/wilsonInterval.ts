import { NO_DATA, type NoData } from './NoData';
import { Z_95 } from './normalQuantile';

/**
 * A share of a whole with its 95 % interval; all three numbers lie in 0 to 1.
 *
 * @public
 */
export interface ProportionEstimate {
  readonly kind: 'estimate';
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Size of the whole, or of the sample where it was taken from a finite population. */
  readonly n: number;
}

/**
 * A share with its 95 % score interval, without continuity correction.
 *
 * @remarks
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 * It keeps its coverage for small wholes and shares near 0 and 1, where the textbook interval fails.
 *
 * Where the `n` were drawn from a population that is known to be finite, the interval is narrower: the sample counts for
 * `n (N - 1) / (N - n)` members, the correction of W. G. Cochran, "Sampling Techniques" (1977), section 2.6, and no answer
 * of those who were not asked can move the share further than they are many. Who asked all is left with no doubt. It does
 * not help against answers that are missing for a reason.
 *
 * @param successes - whole number from 0 to `n`
 * @param n - size of the whole; 0 gives "no data"
 * @param options - `population`: size of the population from which the `n` were drawn; endless by default
 * @throws RangeError where the counts are not whole numbers with `successes <= n <= population`
 *
 * @public
 */
export function wilsonInterval(
  successes: number,
  n: number,
  options: { readonly population?: number } = {},
): ProportionEstimate | NoData {
  const { population } = options;
  const valid =
    Number.isInteger(successes) && Number.isInteger(n) && successes >= 0;
  if (!valid || successes > n) {
    throw new RangeError(
      `Expected whole numbers with 0 <= successes <= n, got ${successes} of ${n}`,
    );
  }
  if (
    population !== undefined &&
    !(Number.isInteger(population) && population >= n)
  ) {
    throw new RangeError(
      `Expected a population of at least ${n}, got ${population}`,
    );
  }
  if (n === 0) {
    return NO_DATA;
  }
  const value = successes / n;
  if (population === undefined) {
    return { kind: 'estimate', value, ...scoreBounds(value, n), n };
  }
  if (population === n) {
    return { kind: 'estimate', value, low: value, high: value, n };
  }
  const size = (n * (population - 1)) / (population - n);
  const { low, high } = scoreBounds(value, size);
  return {
    kind: 'estimate',
    value,
    low: Math.max(low, successes / population),
    high: Math.min(high, (successes + population - n) / population),
    n,
  };
}

function scoreBounds(value: number, size: number) {
  const z2 = Z_95 * Z_95;
  const centre = value + z2 / (2 * size);
  const reach =
    Z_95 * Math.sqrt((value * (1 - value)) / size + z2 / (4 * size * size));
  const scale = 1 + z2 / size;
  return {
    // The bounds are exactly 0 and 1 at the ends; rounding must not move them past the value.
    low: value === 0 ? 0 : (centre - reach) / scale,
    high: value === 1 ? 1 : (centre + reach) / scale,
  };
}
