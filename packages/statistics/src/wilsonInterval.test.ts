import fc from 'fast-check';
import { wilsonInterval } from './wilsonInterval';

describe('wilsonInterval', () => {
  // R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('agrees with the published interval of %d in %d', (x, n, low, high) => {
    const estimate = wilsonInterval(x, n);
    expect(estimate).toMatchObject({ kind: 'estimate', value: x / n, n });
    expect(estimate).toHaveProperty('low', expect.closeTo(low, 4));
    expect(estimate).toHaveProperty('high', expect.closeTo(high, 4));
  });

  // By hand: 40 of 50 out of 80 count for 50 * 79 / 30 = 131.67 members. R 4.2.2 with that size in the formula.
  it('is narrower for a sample of a finite population', () => {
    expect(wilsonInterval(40, 50, { population: 80 })).toEqual({
      kind: 'estimate',
      value: 0.8,
      low: expect.closeTo(0.7236124796, 6),
      high: expect.closeTo(0.8593783904, 6),
      n: 50,
    });
  });

  it('leaves no more doubt than there are members who were not asked', () => {
    expect(wilsonInterval(3, 3, { population: 4 })).toMatchObject({
      low: 0.75,
      high: 1,
    });
    expect(wilsonInterval(3, 4, { population: 4 })).toMatchObject({
      low: 0.75,
      high: 0.75,
    });
    expect(() => wilsonInterval(3, 4, { population: 3 })).toThrow(RangeError);
  });

  it('says "no data" where there is none', () => {
    expect(wilsonInterval(0, 0)).toEqual({ kind: 'no-data' });
  });

  it.each([
    [2, 1],
    [-1, 3],
    [0.5, 3],
    [0, Number.NaN],
  ])('refuses %d of %d', (x, n) => {
    expect(() => wilsonInterval(x, n)).toThrow(RangeError);
  });

  const counts = fc
    .integer({ min: 1, max: 1_000_000 })
    .chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  it('holds the share, stays within 0 to 1 and mirrors', () => {
    fc.assert(
      fc.property(counts, ([x, n]) => {
        const estimate = wilsonInterval(x, n);
        const mirror = wilsonInterval(n - x, n);
        if (estimate.kind !== 'estimate' || mirror.kind !== 'estimate') {
          return false;
        }
        expect(mirror.low).toBeCloseTo(1 - estimate.high, 9);
        return (
          estimate.low >= 0 &&
          estimate.low <= estimate.value &&
          estimate.value <= estimate.high &&
          estimate.high <= 1
        );
      }),
    );
  });
});
