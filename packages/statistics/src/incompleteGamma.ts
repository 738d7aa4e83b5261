import { continuedFraction } from './continuedFraction';
import { logGamma } from './logGamma';

const PRECISION = 1e-16;

/**
 * Regularized upper incomplete gamma function Q(a, x): the chance that a gamma variable is above x, and for whole a the
 * chance that a Poisson variable of mean x is below a.
 *
 * @param a - above 0
 * @param x - at least 0
 * @see https://dlmf.nist.gov/8.11.E4, the series of the lower function, and https://dlmf.nist.gov/8.9.E2
 */
export function upperIncompleteGamma(a: number, x: number): number {
  if (x <= 0) {
    return 1;
  }
  const factor = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let term = 1 / a;
    let sum = term;
    for (let index = 1; term > sum * PRECISION; index += 1) {
      term *= x / (a + index);
      sum += term;
    }
    return 1 - factor * sum;
  }
  const fraction = continuedFraction(x + 1 - a, index => [
    -index * (index - a),
    x + 2 * index + 1 - a,
  ]);
  return factor / fraction;
}
