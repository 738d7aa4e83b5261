import { autoregressiveSeries } from './__testUtils__/autoregressiveSeries';
import { firstOrderDependence } from './firstOrderDependence';
import { theilSen, type TrendPoint } from './theilSen';

const daily = (values: readonly number[]): readonly TrendPoint[] =>
  values.map((y, x) => ({ x, y }));

/** Two up, two down, five times. */
const BLOCKS = Array.from({ length: 20 }, (_, day) => (day % 4 < 2 ? 1 : -1));

describe('firstOrderDependence', () => {
  it('is what neighbours have in common, without the bias of short series', () => {
    // Of 19 neighbours 10 are equal and 9 differ: 1/19 of ranks, 2 sin(π/6 / 19) = 0.05511 of values, and without the
    // bias (20 * 0.05511 + 2) / 16 = 0.19389. Powers of it, with 19/20, 18/20, 17/20 ...: 0.18419 + 0.03383 + 0.00620 +
    // 0.00113 + 0.00021 + 0.00004 = 0.22560, so that the variance is 1.4512 times as large: 20 / 1.4512 = 13.78.
    expect(firstOrderDependence(daily(BLOCKS), 0)).toEqual({
      autocorrelation: expect.closeTo(0.19389, 4),
      effectiveN: expect.closeTo(13.78, 2),
    });
  });

  it('does not depend on the order in which points are given, nor on the trend', () => {
    const points = daily(BLOCKS.map((value, day) => value + 4 * day));
    expect(firstOrderDependence([...points].reverse(), 4)).toEqual(
      firstOrderDependence(daily(BLOCKS), 0),
    );
  });

  it('is none where neighbours differ, or nothing is left beside the line', () => {
    const none = { autocorrelation: 0, effectiveN: 20 };
    const alternating = daily(BLOCKS.map((_, day) => day % 2));
    expect(firstOrderDependence(alternating, 0)).toEqual(none);
    const line = daily(BLOCKS.map((_, day) => 0.1 * day));
    expect(firstOrderDependence(line, 0.1)).toEqual(none);
  });

  it('is whole where all goes one way, and then only one point counts', () => {
    const slow = daily(BLOCKS.map((_, day) => Math.sin(day / 6)));
    expect(firstOrderDependence(slow, 0)).toEqual({
      autocorrelation: 1,
      effectiveN: 1,
    });
  });

  it('takes nothing for a neighbour that stands behind a gap', () => {
    // Of every four days the middle two are away: neighbours are the last of one block and the first of the next, which
    // differ, while what stands next to each other over the gap is equal.
    const gaps = daily(BLOCKS).filter(({ x }) => x % 4 === 0 || x % 4 === 3);
    expect(firstOrderDependence(gaps, 0)).toEqual({
      autocorrelation: 0,
      effectiveN: 10,
    });
  });

  it('fades over a gap', () => {
    const apart = daily(BLOCKS).map(({ x, y }) => ({
      x: x >= 9 ? x + 1_000 : x,
      y,
    }));
    // Of 18 neighbours 9 are equal and 9 differ: 0 of ranks, (20 * 0 + 2) / 16 = 1/8 without the bias. Parts of 9 and
    // of 11 days say nothing of each other: the variance is 1.24943 and 1.25603 times as large, 1.25306 in the mean.
    expect(firstOrderDependence(apart, 0)).toEqual({
      autocorrelation: expect.closeTo(0.125, 6),
      effectiveN: expect.closeTo(20 / 1.25306, 3),
    });
  });
});

describe('the interval of a slope under dependence', () => {
  const TRUE_SLOPE = 0.3;
  const RUNS = 1_000;

  /** Share of simulated series of which the interval of 95 % holds the true slope. */
  function coverage(
    phi: number,
    days: number,
    dependence: 'none' | 'first-order',
  ): number {
    let covered = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const noise = autoregressiveSeries({ phi, length: days, seed: run });
      const estimate = theilSen(
        daily(noise.map((value, day) => value + TRUE_SLOPE * day)),
        { dependence },
      );
      if (estimate.kind !== 'estimate') continue;
      const { low = -Infinity, high = Infinity } = estimate;
      if (low <= TRUE_SLOPE && TRUE_SLOPE <= high) covered += 1;
    }
    return covered / RUNS;
  }

  // Three standard errors of 0.95 over 1,000 runs are 0.021. How much short series depend is known badly.
  it.each([
    [0, 60, 0.93],
    [0.3, 60, 0.92],
    [0.6, 20, 0.9],
    [0.6, 60, 0.92],
    [0.6, 90, 0.92],
  ])(
    'covers it about as often as it says, with φ = %d over %d days',
    (phi, days, least) => {
      const share = coverage(phi, days, 'first-order');
      expect(share).toBeGreaterThan(least);
      expect(share).toBeLessThan(0.99);
    },
  );

  it.each([
    [0.3, 60, 0.89],
    [0.6, 20, 0.78],
    [0.6, 60, 0.78],
    [0.6, 90, 0.78],
  ])(
    'is visibly too narrow without, with φ = %d over %d days',
    (phi, days, most) => {
      expect(coverage(phi, days, 'none')).toBeLessThan(most);
    },
  );
});
