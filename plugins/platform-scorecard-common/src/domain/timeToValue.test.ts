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

  it('recovers a known truth where the median of completed services does not', () => {
    // Services born evenly over 180 days with exponential times of median 60 days. Durations of those that completed
    // have the density f(t)(1 - t/180), whose median is 33.0 days by hand.
    const TRUTH = 60;
    const NOW = 180;
    const random = lehmer(20_261_121);
    const lives = Array.from({ length: 10_000 }, () => {
      const birth = random() * NOW;
      const duration = (-Math.log(1 - random()) * TRUTH) / Math.LN2;
      return born(birth, { reachedProductionAt: (birth + duration) * DAY });
    });
    const completed = lives
      .map(life => (life.reachedProductionAt ?? 0) - (life.bornAt ?? 0))
      .filter(
        (duration, index) => (lives[index].bornAt ?? 0) + duration <= NOW * DAY,
      )
      .sort((a, b) => a - b);
    const naive = completed[Math.floor(completed.length / 2)] / DAY;
    expect(Math.abs(naive - 33)).toBeLessThan(2);

    const { median } = timeToValue(lives, NOW * DAY);
    expect(median).toMatchObject({ kind: 'reached' });
    expect(median).toHaveProperty('value', expect.closeTo(TRUTH, -1));
  });
});

/** The minimal standard generator of Park and Miller (1988): the same numbers on every machine. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
