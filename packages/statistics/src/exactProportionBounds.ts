import { bisection } from './bisection';
import { incompleteBeta } from './incompleteBeta';

/**
 * Bounds of the exact 95 % interval of a share.
 *
 * @remarks
 * C. J. Clopper and E. S. Pearson, Biometrika 26 (1934). It covers the truth at least 95 % of the time, often more; where
 * a share itself is shown, `wilsonInterval` is the better choice.
 *
 * @param n - above 0
 */
export function exactProportionBounds(
  successes: number,
  n: number,
): { readonly low: number; readonly high: number } {
  const whole = { low: 0, high: 1 };
  return {
    low:
      successes === 0
        ? 0
        : bisection(
            share =>
              incompleteBeta(successes, n - successes + 1, share) - 0.025,
            whole,
          ),
    high:
      successes === n
        ? 1
        : bisection(
            share =>
              incompleteBeta(successes + 1, n - successes, share) - 0.975,
            whole,
          ),
  };
}
