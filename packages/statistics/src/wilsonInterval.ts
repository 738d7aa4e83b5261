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
  /** Size of the whole. */
  readonly n: number;
}

/**
 * A share with its 95 % score interval, without continuity correction.
 *
 * @remarks
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 * It keeps its coverage for small wholes and shares near 0 and 1, where the textbook interval fails.
 *
 * @param successes - whole number from 0 to `n`
 * @param n - size of the whole; 0 gives "no data"
 * @throws RangeError where the counts are not whole numbers with `successes <= n`
 *
 * @public
 */
export function wilsonInterval(
  successes: number,
  n: number,
): ProportionEstimate | NoData {
  const valid =
    Number.isInteger(successes) && Number.isInteger(n) && successes >= 0;
  if (!valid || successes > n) {
    throw new RangeError(
      `Expected whole numbers with 0 <= successes <= n, got ${successes} of ${n}`,
    );
  }
  if (n === 0) {
    return NO_DATA;
  }
  const value = successes / n;
  const z2 = Z_95 * Z_95;
  const centre = value + z2 / (2 * n);
  const reach = Z_95 * Math.sqrt((value * (1 - value)) / n + z2 / (4 * n * n));
  const scale = 1 + z2 / n;
  return {
    kind: 'estimate',
    value,
    // The bounds are exactly 0 and 1 at the ends; rounding must not move them past the value.
    low: successes === 0 ? 0 : (centre - reach) / scale,
    high: successes === n ? 1 : (centre + reach) / scale,
    n,
  };
}
