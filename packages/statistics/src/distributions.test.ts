import { incompleteBeta } from './incompleteBeta';
import { upperIncompleteGamma } from './incompleteGamma';
import { logGamma } from './logGamma';
import { studentQuantile95 } from './studentQuantile';

// R 4.2.2: lgamma(x), pbeta(x, a, b), pgamma(x, a, lower = FALSE) and pchisq(x, 1, lower = FALSE).
describe('the functions behind the distributions', () => {
  it.each([
    [0.5, 0.572364943],
    [1, 0],
    [2, 0],
    [3.7, 1.42807233],
    [10, 12.8018275],
    [100, 359.134205],
    [12345, 103953.532],
  ])('log gamma of %d', (x, value) => {
    expect(Math.abs(logGamma(x) - value)).toBeLessThan(
      1e-8 * Math.max(1, value),
    );
  });

  it.each([
    [2, 3, 0.1, 0.0523],
    [0.5, 6, 0.5, 0.9953183952],
    [30, 2.5, 0.9, 0.2625483209],
    [5, 200, 0.01, 0.0554097303],
    [1, 1, 0, 0],
    [1, 1, 1, 1],
  ])('incomplete beta (%d, %d) at %d', (a, b, x, value) => {
    expect(incompleteBeta(a, b, x)).toBeCloseTo(value, 9);
  });

  it.each([
    [0.5, 0.5, 0.3173105079],
    [2, 3, 0.1991482735],
    [12, 10, 0.6967761463],
    [180, 200, 0.0716721262],
    [0.5, 10.32674 / 2, 0.00131116591],
    [0.5, 0.25, 0.47950012219],
    [3, 0, 1],
  ])('upper incomplete gamma of %d at %d', (a, x, value) => {
    expect(upperIncompleteGamma(a, x)).toBeCloseTo(value, 9);
  });

  // NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2, with the further digits of R's qt(0.975, df).
  it.each([
    [1, 12.70620474],
    [2, 4.30265273],
    [3, 3.18244631],
    [5, 2.57058184],
    [11, 2.20098516],
    [30, 2.04227246],
    [100, 1.98397152],
  ])('97.5 %% point of Student with %d degrees of freedom', (df, value) => {
    expect(studentQuantile95(df)).toBeCloseTo(value, 7);
  });
});
