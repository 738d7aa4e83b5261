import { upperIncompleteGamma } from './incompleteGamma';

describe('upperIncompleteGamma', () => {
  // R 4.2.2: pgamma(x, a, lower = FALSE), and pchisq(2 x, 1, lower = FALSE) for a = 0.5.
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
});
