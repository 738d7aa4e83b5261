import { context, DAY, NOW } from './__testUtils__/context';
import { growthDuel, type DuelWeek } from './growthDuel';

/** Weeks up to now, of which the last may be cut short. */
function weeks(
  pathChanges: readonly number[],
  bypasses: readonly number[],
): DuelWeek[] {
  return pathChanges.map((count, index) => {
    const start = NOW - (pathChanges.length - index) * 7 * DAY;
    return {
      name: `week ${index}`,
      start,
      end: start + 7 * DAY,
      pathChanges: count,
      bypasses: bypasses[index],
      observed: true,
    };
  });
}

const RISING = [5, 6, 4, 8, 7, 9, 6, 10, 9, 12, 8, 11, 13];
const FASTER = [1, 0, 2, 1, 3, 2, 4, 3, 6, 5, 7, 6, 9];
const FLAT = [6, 5, 7, 6, 6, 5, 6, 7, 6, 5, 7, 6, 6];

describe('growthDuel', () => {
  // R 4.2.2: glm(family = poisson) has slopes 0.0711041 and 0.1867499; by how much, as in the test of growthDifference.
  it('says that bypasses grow faster', () => {
    expect(growthDuel(weeks(RISING, FASTER), context())).toMatchObject({
      value: {
        adoption: { value: expect.closeTo(0.0711041, 6) },
        bypasses: { value: expect.closeTo(0.1867499, 6) },
        lead: {
          value: expect.closeTo(-0.1156458, 6),
          low: expect.closeTo(-0.2156968, 5),
          high: expect.closeTo(-0.0155948, 5),
        },
        verdict: 'bypasses-grow-faster',
      },
      n: 13,
      denominator: 13,
    });
  });

  it.each([
    ['adoption-grows-faster', FASTER, FLAT],
    ['no-clear-difference', FLAT, FLAT],
    ['too-early', [3, 4], [1, 2]],
    ['too-early', FLAT, Array(13).fill(0)],
  ])('says %s', (verdict, changes, bypasses) => {
    expect(growthDuel(weeks(changes, bypasses), context())).toHaveProperty(
      'value.verdict',
      verdict,
    );
  });

  // Doubling each week: log 2, whichever week is missing.
  it('leaves a gap where a week was not observed, and does not take it for 0', () => {
    const rows = weeks([2, 4, 8, 16, 32], [1, 2, 4, 8, 16]).map((week, index) =>
      index === 2
        ? { ...week, pathChanges: 0, bypasses: 0, observed: false }
        : week,
    );
    expect(growthDuel(rows, context())).toMatchObject({
      value: {
        adoption: { value: expect.closeTo(Math.LN2, 9) },
        bypasses: { value: expect.closeTo(Math.LN2, 9) },
        verdict: 'no-clear-difference',
      },
      n: 4,
      denominator: 5,
      coverage: {
        measured: 4,
        leftOut: [{ reason: 'not-observed', count: 1 }],
      },
    });
  });

  it('counts of the current week what is over of it', () => {
    const rows = weeks([8, 8, 8, 8, 4], [4, 4, 4, 4, 2]);
    const halfway = context({ asOf: NOW - 3.5 * DAY, readAt: NOW });
    expect(growthDuel(rows, halfway)).toMatchObject({
      value: {
        adoption: { value: expect.closeTo(0, 9) },
        bypasses: { value: expect.closeTo(0, 9) },
      },
    });
  });

  it('does not care for the order of weeks, nor for those to come', () => {
    const rows = weeks(RISING, FASTER);
    const later = {
      ...rows[0],
      start: NOW,
      end: NOW + 7 * DAY,
      pathChanges: 999,
    };
    expect(growthDuel([later, ...[...rows].reverse()], context())).toEqual(
      growthDuel(rows, context()),
    );
  });

  it('is unknown where no week was observed', () => {
    const rows = weeks([1, 2, 3], [1, 2, 3]).map(week => ({
      ...week,
      observed: false,
    }));
    expect(growthDuel(rows, context())).toMatchObject({
      kind: 'unknown',
      reason: { code: 'no-data' },
    });
  });
});
