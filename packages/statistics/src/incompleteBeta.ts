import { continuedFraction } from './continuedFraction';
import { logGamma } from './logGamma';

/**
 * Regularized incomplete beta function I_x(a, b): the chance that a beta variable is at most x.
 *
 * @param x - from 0 to 1
 * @see https://dlmf.nist.gov/8.17.E22, the continued fraction, and https://dlmf.nist.gov/8.17.E4, the symmetry
 */
export function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0 || x >= 1) {
    return x <= 0 ? 0 : 1;
  }
  if (x > (a + 1) / (a + b + 2)) {
    return 1 - incompleteBeta(b, a, 1 - x);
  }
  const logFactor =
    a * Math.log(x) +
    b * Math.log1p(-x) +
    logGamma(a + b) -
    logGamma(a) -
    logGamma(b);
  const fraction = continuedFraction(1, index => {
    const half = Math.floor(index / 2);
    const numerator =
      index % 2 === 0
        ? (half * (b - half) * x) / ((a + 2 * half - 1) * (a + 2 * half))
        : (-(a + half) * (a + b + half) * x) /
          ((a + 2 * half) * (a + 2 * half + 1));
    return [numerator, 1];
  });
  return Math.exp(logFactor) / (a * fraction);
}
