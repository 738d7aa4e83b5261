import fc from 'fast-check';
import { percentileInterval } from './percentileInterval';

function upTo(n: number): number[] {
  return Array.from({ length: n }, (_, index) => index + 1);
}

describe('percentileInterval', () => {
  // The values are their ranks. Ranks 2 and 9 of 10, 6 and 15 of 20, 40 and 61 of 100 are in every table of the sign test;
  // all of them are qbinom(0.025, n, p) and qbinom(0.975, n, p) + 1 of R 4.2.2, where pbinom(rank - 1, n, p) <= 0.025.
  it.each([
    [10, 0.5, 5.5, 2, 9],
    [20, 0.5, 10.5, 6, 15],
    [100, 0.5, 50.5, 40, 61],
    [100, 0.9, 90.1, 84, 96],
    [6, 0.5, 3.5, 1, 6],
  ])('of %d values at %d', (n, share, value, low, high) => {
    expect(percentileInterval(upTo(n), share)).toEqual({
      kind: 'estimate',
      value: expect.closeTo(value, 9),
      low,
      high,
      n,
    });
  });

  it('has no bound where there are too few values', () => {
    expect(percentileInterval(upTo(30), 0.9)).toEqual({
      kind: 'estimate',
      value: expect.closeTo(27.1, 9),
      low: 23,
      n: 30,
    });
    expect(percentileInterval([4], 0.5)).toEqual({
      kind: 'estimate',
      value: 4,
      n: 1,
    });
  });

  // R: quantile(c(1, 2, 3, 4, 10), 0.9, type = 7) is 7.6.
  it('interpolates between values in any order', () => {
    expect(percentileInterval([10, 1, 4, 2, 3], 0.9)).toHaveProperty(
      'value',
      expect.closeTo(7.6, 9),
    );
  });

  it('has no data of nothing, and refuses what is no value', () => {
    expect(percentileInterval([], 0.5)).toEqual({ kind: 'no-data' });
    expect(() => percentileInterval([1], 0)).toThrow(RangeError);
    expect(() => percentileInterval([1, Number.NaN], 0.5)).toThrow(RangeError);
  });

  it('holds its value within the values', () => {
    const samples = fc.array(fc.integer({ min: -50, max: 50 }), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(
        samples,
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (values, share) => {
          const estimate = percentileInterval(values, share);
          const { low, value, high } =
            estimate.kind === 'estimate' ? estimate : { value: Number.NaN };
          expect(value).toBeGreaterThanOrEqual(low ?? Math.min(...values));
          expect(value).toBeLessThanOrEqual(high ?? Math.max(...values));
        },
      ),
    );
  });
});
