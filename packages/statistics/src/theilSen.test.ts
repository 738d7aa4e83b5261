import fc from 'fast-check';
import { theilSen, type TrendPoint } from './theilSen';

const series = (
  xs: readonly number[],
  ys: readonly number[],
): readonly TrendPoint[] => xs.map((x, index) => ({ x, y: ys[index] }));

describe('theilSen', () => {
  // The example of Sen (1968), section 6: slope 4, interval of 93 % from 26/7 = 3.71 to 35/8 = 4.375. SciPy checks
  // `theilslopes` by it too. 1.8119 is the 96.5 % point of the standard normal distribution.
  it('gives the slope and the interval of the example of Sen', () => {
    const estimate = theilSen(
      series([1, 2, 3, 4, 10, 12, 18], [9, 15, 19, 20, 45, 55, 78]),
      { z: 1.8119 },
    );
    expect(estimate).toEqual({
      kind: 'estimate',
      slope: 4,
      low: 26 / 7,
      high: 35 / 8,
      centre: { x: 4, y: 20 },
      n: 7,
    });
  });

  // Hollander and Wolfe, Nonparametric Statistical Methods, example 9.1 (cloud seeding, Smith 1967): -0.056, the middle
  // of -0.0575 and -0.055. By hand: variance 5 * 4 * 15 / 18 = 16.67, (10 - 1.96 * 4.08) / 2 = 0.999, so that no rank is
  // left for an interval of 95 %.
  it('gives the slope of the cloud seeding data, and no interval for so few', () => {
    const estimate = theilSen(
      series([1, 2, 3, 4, 5], [1.26, 1.27, 1.12, 1.16, 1.03]),
    );
    expect(estimate).toMatchObject({ slope: expect.closeTo(-0.05625, 9) });
    expect(estimate).not.toHaveProperty('low');
    expect(estimate).not.toHaveProperty('high');
  });

  it('takes ties out of the variance', () => {
    // Ten points, y five times 0 and five times 1. Without ties the variance is 10 * 9 * 25 / 18 = 125; each group of
    // five takes 5 * 4 * 15 / 18 = 16.67 off: 91.67, reach 18.77, rank floor((45 - 18.77) / 2) = 13. Of the 45 slopes 20
    // are 0, none is negative: the 13th is 0, the 33rd from below is the 13th from above. The 25 others are 1 / d with
    // d = 1 to 9 as often as 1, 2, 3, 4, 5, 4, 3, 2, 1: from above 1, two of 1/2, three of 1/3, four of 1/4, so that the
    // 13th is 1/5.
    const estimate = theilSen(
      series([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]),
    );
    expect(estimate).toMatchObject({ low: 0, high: 1 / 5 });
  });

  it('does not move for a quarter of wild points', () => {
    const xs = Array.from({ length: 40 }, (_, index) => index);
    const estimate = theilSen(
      series(
        xs,
        xs.map(x => (x % 5 === 0 ? 1e6 * (x % 2) : 3 * x)),
      ),
    );
    expect(estimate).toMatchObject({ slope: expect.closeTo(3, 1) });
  });

  it('says "no data" where nothing has a slope', () => {
    expect(theilSen([])).toEqual({ kind: 'no-data' });
    expect(theilSen([{ x: 1, y: 2 }])).toEqual({ kind: 'no-data' });
    expect(theilSen(series([1, 1, 1], [1, 2, 3]))).toEqual({
      kind: 'no-data',
    });
  });

  it('refuses what is no number', () => {
    expect(() => theilSen([{ x: 0, y: NaN }])).toThrow(RangeError);
  });

  it('lies within its interval, and follows a change of scale', () => {
    const sample = fc.array(
      fc.record({
        x: fc.integer({ min: -50, max: 50 }),
        y: fc.integer({ min: -50, max: 50 }),
      }),
      { minLength: 2, maxLength: 40 },
    );
    /** Without data, what holds of every number. */
    const estimateOf = (points: readonly TrendPoint[]) => {
      const estimate = theilSen(points);
      return estimate.kind === 'estimate'
        ? estimate
        : { slope: 0, low: 0, high: 0 };
    };
    fc.assert(
      fc.property(sample, points => {
        const { slope, low = -Infinity, high = Infinity } = estimateOf(points);
        const scaled = estimateOf(points.map(({ x, y }) => ({ x, y: 2 * y })));
        expect(low).toBeLessThanOrEqual(slope);
        expect(high).toBeGreaterThanOrEqual(slope);
        expect(scaled.slope).toBeCloseTo(2 * slope, 9);
      }),
    );
  });
});
