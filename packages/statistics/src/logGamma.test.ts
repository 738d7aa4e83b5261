import { logGamma } from './logGamma';

describe('logGamma', () => {
  // R 4.2.2: lgamma(x).
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
});
