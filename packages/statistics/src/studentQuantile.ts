import { bisection } from './bisection';
import { incompleteBeta } from './incompleteBeta';

/**
 * The 97.5 % point of Student's distribution: two-sided intervals of 95 %.
 *
 * @param degreesOfFreedom - at least 1
 * @see https://dlmf.nist.gov/8.17.i and NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2
 */
export function studentQuantile95(degreesOfFreedom: number): number {
  return bisection(
    t => {
      const outside = incompleteBeta(
        degreesOfFreedom / 2,
        0.5,
        degreesOfFreedom / (degreesOfFreedom + t * t),
      );
      return 0.05 - outside;
    },
    // One degree of freedom has 12.706, and more have less.
    { low: 1.9, high: 13 },
  );
}
