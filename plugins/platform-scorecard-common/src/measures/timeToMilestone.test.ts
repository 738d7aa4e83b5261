import { context, DAY, daysAgo, NOW } from './__testUtils__/context';
import type { Journey } from './followJourneys';
import { timeToMilestone } from './timeToMilestone';

function journey(more: Partial<Journey>): Journey {
  return {
    service: 'component:default/x',
    onPath: true,
    bornAt: daysAgo(20),
    ...more,
  };
}

function reachedAfter(days: number, more: Partial<Journey> = {}): Journey {
  return journey({ milestoneAt: daysAgo(20) + days * DAY, ...more });
}

describe('timeToMilestone', () => {
  // By hand: at day 2 one of 4 reaches it (1/4), at 4 one is given up, at 5 one of the 2 left reaches it: their chance to
  // be there is 2/4, so the incidence is 1/4 + 2/4 * 1/2 = 1/2. One is still on the way.
  it('lets giving up compete with reaching', () => {
    const journeys = [
      reachedAfter(2),
      journey({ retiredAt: daysAgo(16) }),
      reachedAfter(5),
      journey({}),
    ];
    expect(timeToMilestone(journeys, context())).toMatchObject({
      value: {
        all: {
          curve: {
            points: [
              { time: 2, incidence: 0.25 },
              { time: 5, incidence: 0.5 },
            ],
          },
          median: { kind: 'reached', value: 5 },
          reached: 2,
          abandoned: 1,
          open: 1,
          reachedBy: [
            { day: 7, share: { kind: 'estimate', value: 0.5 } },
            { day: 14, share: { kind: 'estimate', value: 0.5 } },
            { day: 30, share: { kind: 'not-observed', followUp: 20 } },
            { day: 90, share: { kind: 'not-observed' } },
          ],
        },
      },
      n: 4,
    });
  });

  it('says that half has not reached it yet', () => {
    expect(
      timeToMilestone([reachedAfter(3), journey({}), journey({})], context()),
    ).toHaveProperty('value.all.median', {
      kind: 'not-reached',
      atLeast: 20,
      low: 3,
      n: 3,
    });
  });

  it('says nothing where there is nothing, and little of one', () => {
    expect(timeToMilestone([], context())).toMatchObject({
      kind: 'unknown',
      reason: { code: 'no-data' },
    });
    const one = timeToMilestone([reachedAfter(3)], context());
    expect(one).toHaveProperty('value.all.median', {
      kind: 'reached',
      value: 3,
      low: 0,
      n: 1,
    });
    expect(one).not.toHaveProperty('value.association');
    expect(one).not.toHaveProperty('value.offPath');
  });

  it('names what it cannot count', () => {
    const journeys = [
      reachedAfter(3),
      journey({ bornAt: undefined }),
      reachedAfter(-1),
      journey({ bornAt: NOW + 1 }),
      journey({ bornAt: 0 }),
      reachedAfter(3, { observedSince: daysAgo(10) }),
      journey({ bornAt: daysAgo(400) }),
    ];
    expect(
      timeToMilestone(journeys, context(), { bornSince: daysAgo(182) }),
    ).toMatchObject({
      n: 1,
      coverage: {
        measured: 1,
        leftOut: [
          { reason: 'unknown-birth', count: 1 },
          { reason: 'time-before-birth', count: 1 },
          { reason: 'future-time', count: 1 },
          { reason: 'impossible-time', count: 1 },
          { reason: 'not-comparable', count: 1 },
        ],
      },
    });
  });

  it('uses nothing that became known later', () => {
    expect(
      timeToMilestone(
        [reachedAfter(3), reachedAfter(15), journey({ retiredAt: daysAgo(1) })],
        context({ asOf: daysAgo(10), readAt: NOW }),
      ),
    ).toMatchObject({ value: { all: { reached: 1, abandoned: 0, open: 2 } } });
  });

  // Services off the path take 8 and 9 days, on it 1 and 2: by hand, all 2 + 2 at risk at first, the test has
  // O - E = 2 - (1/2 + 1/3) = 7/6 and V = 1/4 + 2/9 = 17/36, so its statistic is 49/17.
  it('compares the speed on the path and off it', () => {
    const journeys = [
      reachedAfter(1),
      reachedAfter(2),
      reachedAfter(8, { onPath: false }),
      reachedAfter(9, { onPath: false }),
    ];
    expect(timeToMilestone(journeys, context())).toMatchObject({
      value: {
        onPath: { reached: 2, median: { value: 1.5 } },
        offPath: { reached: 2, median: { value: 8.5 } },
        association: { statistic: expect.closeTo(49 / 17, 9) },
      },
    });
  });

  it('measures days of 24 hours across a change of clocks', () => {
    // In Stockholm the clocks go back in the night to 2026-10-25, which has 25 hours.
    const bornAt = Date.parse('2026-10-24T12:00:00+02:00');
    const milestoneAt = Date.parse('2026-10-25T12:00:00+01:00');
    expect(
      timeToMilestone([journey({ bornAt, milestoneAt })], context()),
    ).toHaveProperty('value.all.median.value', expect.closeTo(25 / 24, 9));
  });

  // Births evenly over 300 days, of which the last 180 are observed. Milestones after exponential times of median 60 days,
  // giving up after a mean of 120. Half of all services never reach it in 60 days: the incidence is one half where
  // (l/t)(1 - exp(-t x)) = 1/2 with l = ln2/60 and t = l + 1/120, so x = -ln(1 - t/(2l))/t = 99.1 days.
  it('recovers a known truth that the median of completed journeys misses', () => {
    const random = lehmer(20_261_116);
    const journeys = Array.from({ length: 20_000 }, () => {
      const bornAt = NOW - random() * 300 * DAY;
      const milestone = (-Math.log(random()) * 60) / Math.LN2;
      const abandoned = -Math.log(random()) * 120;
      return journey({
        bornAt,
        observedSince: daysAgo(180),
        ...(milestone < abandoned
          ? { milestoneAt: bornAt + milestone * DAY }
          : { retiredAt: bornAt + abandoned * DAY }),
      });
    });
    const answer = timeToMilestone(journeys, context());
    expect(answer).toHaveProperty('value.all.median.kind', 'reached');
    const median =
      answer.kind === 'measured' && answer.value.all.median.kind === 'reached'
        ? answer.value.all.median
        : { value: 0, low: 0, high: 0 };
    expect(median.low).toBeLessThan(99.1);
    expect(median.high).toBeGreaterThan(99.1);

    const completed = journeys
      .flatMap(({ bornAt = 0, milestoneAt = Infinity }) =>
        milestoneAt <= NOW ? [(milestoneAt - bornAt) / DAY] : [],
      )
      .sort((a, b) => a - b);
    const naive = completed[Math.floor(completed.length / 2)];
    expect(naive).toBeLessThan(45);
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
