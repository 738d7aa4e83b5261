import type { ServiceLife } from './ServiceLife';
import { BIRTH_WINDOW_DAYS, timeToValue } from './timeToValue';

const DAY = 86_400_000;

function born(day: number, more: Partial<ServiceLife> = {}): ServiceLife {
  return {
    service: 'component:default/x',
    firstSeenAt: day * DAY,
    bornAt: day * DAY,
    synthetic: false,
    ...more,
  };
}

describe('timeToValue', () => {
  it('counts young services as censored, not as absent', () => {
    // By hand: 2 d and 4 d reached, 3 d and 6 d open. S(2) = 3/4, S(4) = 3/4 * 1/2 = 0.375, so the median is 4 d;
    // the median of the completed ones alone would be 3 d.
    const lives = [
      born(4, { reachedProductionAt: 6 * DAY }),
      born(4, { reachedProductionAt: 8 * DAY }),
      born(7),
      born(4),
    ];
    expect(timeToValue(lives, 10 * DAY)).toMatchObject({
      median: { kind: 'reached', value: 4 },
      reached: 2,
      open: 2,
      abandoned: 0,
      unknownBirth: 0,
    });
  });

  it('says "at least" where fewer than half reached production', () => {
    const lives = [born(1, { reachedProductionAt: 2 * DAY }), born(1), born(3)];
    expect(timeToValue(lives, 9 * DAY)).toMatchObject({
      median: { kind: 'not-reached', atLeast: 8 },
      reached: 1,
      open: 2,
    });
  });

  it('reports what was given up before production on its own', () => {
    const lives = [
      born(1, { retiredAt: 3 * DAY }),
      born(1, { reachedProductionAt: 2 * DAY, retiredAt: 3 * DAY }),
    ];
    expect(timeToValue(lives, 9 * DAY)).toMatchObject({
      reached: 1,
      open: 0,
      abandoned: 1,
    });
  });

  it('uses nothing that became known later', () => {
    const lives = [
      born(1, { reachedProductionAt: 5 * DAY }),
      born(2, { retiredAt: 5 * DAY }),
      born(6),
    ];
    expect(timeToValue(lives, 4 * DAY)).toMatchObject({
      reached: 0,
      open: 2,
      abandoned: 0,
    });
  });

  it('leaves out and counts services of unknown birth', () => {
    const lives = [
      born(1, { bornAt: undefined }),
      born(1, { bornAt: undefined, retiredAt: 2 * DAY }),
      born(3, { reachedProductionAt: 2 * DAY }),
    ];
    expect(timeToValue(lives, 9 * DAY)).toEqual({
      median: { kind: 'no-data' },
      reached: 0,
      open: 0,
      abandoned: 0,
      unknownBirth: 2,
    });
  });

  it('leaves out services born before the window', () => {
    const lives = [born(0), born(1)];
    expect(timeToValue(lives, (BIRTH_WINDOW_DAYS + 0.5) * DAY)).toMatchObject({
      open: 1,
    });
  });
});
