import { exactProportionBounds } from './exactProportionBounds';

describe('exactProportionBounds', () => {
  // Newcombe 1998, table I, method 5; further digits, and the rows of 10, from R's binom.test(x, n)$conf.int.
  it.each([
    [81, 263, 0.252736746, 0.367621923],
    [15, 148, 0.0578440101, 0.1616504903],
    [1, 29, 0.000872646884, 0.177644295],
    [0, 10, 0, 0.308497108],
    [10, 10, 0.691502892, 1],
  ])('of %d in %d', (x, n, low, high) => {
    const bounds = exactProportionBounds(x, n);
    expect(bounds.low).toBeCloseTo(low, 8);
    expect(bounds.high).toBeCloseTo(high, 8);
  });
});
