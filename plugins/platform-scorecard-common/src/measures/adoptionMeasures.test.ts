import { context, DAY, daysAgo, NOW } from './__testUtils__/context';
import { goldenPathCoverage } from './goldenPathCoverage';
import { pathOfChoice } from './pathOfChoice';
import type { ServiceRecord } from './ServiceRecord';
import { stickiness } from './stickiness';

function service(more: Partial<ServiceRecord>): ServiceRecord {
  return {
    service: 'component:default/x',
    eligible: true,
    mandated: false,
    firstSeenAt: daysAgo(10),
    bornAt: daysAgo(10),
    ...more,
  };
}

const onPath = { onPathAt: daysAgo(10) };

describe('goldenPathCoverage', () => {
  // Bounds of the 95 % score interval by hand: 2/4 gives [0.1500, 0.8500], 1/3 gives [0.0615, 0.7923].
  it('tells those with a choice from those without', () => {
    const services = [
      service({ ...onPath, mandated: true }),
      service(onPath),
      service({}),
      service({}),
    ];
    expect(goldenPathCoverage(services, context())).toMatchObject({
      value: {
        all: {
          onPath: 2,
          services: 4,
          share: {
            value: 0.5,
            low: expect.closeTo(0.15, 3),
            high: expect.closeTo(0.85, 3),
          },
        },
        voluntary: {
          onPath: 1,
          services: 3,
          share: {
            low: expect.closeTo(0.0615, 3),
            high: expect.closeTo(0.7923, 3),
          },
        },
        mandated: { onPath: 1, services: 1 },
      },
      denominator: 4,
    });
  });

  it('counts only what lives and could be on a path', () => {
    const services = [
      service(onPath),
      service({ ...onPath, eligible: false }),
      service({ ...onPath, eligible: undefined }),
      service({ ...onPath, retiredAt: NOW }),
      service({ ...onPath, leftPathAt: NOW }),
      service({ firstSeenAt: NOW + 1 }),
      service({ firstSeenAt: 0 }),
    ];
    expect(goldenPathCoverage(services, context())).toMatchObject({
      value: { all: { onPath: 1, services: 2 } },
      coverage: {
        measured: 2,
        leftOut: [
          { reason: 'unknown-eligibility', count: 1 },
          { reason: 'future-time', count: 1 },
          { reason: 'impossible-time', count: 1 },
        ],
      },
    });
  });

  it('tells of the past without what came later', () => {
    expect(
      goldenPathCoverage(
        [service(onPath), service({ firstSeenAt: daysAgo(1) })],
        context({ asOf: daysAgo(5), readAt: NOW }),
      ),
    ).toMatchObject({ n: 1, coverage: { measured: 1, leftOut: [] } });
  });

  it('has no number for nothing, and one for one', () => {
    expect(goldenPathCoverage([], context())).toMatchObject({
      kind: 'unknown',
      reason: { code: 'no-data' },
    });
    const answer = goldenPathCoverage([service({})], context());
    expect(answer).toMatchObject({
      value: { all: { share: { value: 0, n: 1 } } },
    });
    expect(answer).not.toHaveProperty('value.mandated.share');
  });
});

describe('pathOfChoice', () => {
  it('counts births on a path among births of the period', () => {
    const services = [
      service(onPath),
      service({ onPathAt: daysAgo(4) }),
      service({ ...onPath, leftPathAt: daysAgo(2) }),
      service({ bornAt: daysAgo(31), firstSeenAt: daysAgo(31) }),
      service({ bornAt: undefined, ...onPath }),
      service({ ...onPath, retiredAt: daysAgo(1) }),
    ];
    expect(
      pathOfChoice(services, context(), { since: daysAgo(30) }),
    ).toMatchObject({
      value: { all: { onPath: 3, services: 4, share: { value: 0.75 } } },
      coverage: {
        measured: 4,
        leftOut: [{ reason: 'unknown-birth', count: 1 }],
      },
    });
  });

  it('begins with the first moment of the period', () => {
    const born = (bornAt: number) => service({ bornAt, firstSeenAt: bornAt });
    const since = daysAgo(30);
    expect(
      pathOfChoice([born(since), born(since - 1)], context(), { since }),
    ).toMatchObject({ n: 1 });
  });
});

describe('stickiness', () => {
  const old = {
    firstSeenAt: daysAgo(100),
    bornAt: daysAgo(100),
    onPathAt: daysAgo(100),
  };

  it('counts those that stayed 90 days of those that lived so long', () => {
    const services = [
      service(old),
      service({ ...old, leftPathAt: daysAgo(100) + 90 * DAY }),
      service({ ...old, leftPathAt: daysAgo(100) + 90 * DAY - 1 }),
      service({ ...old, retiredAt: daysAgo(50) }),
      service({ ...old, retiredAt: daysAgo(5) }),
      service(onPath),
      service({ ...old, onPathAt: daysAgo(99) }),
    ];
    expect(stickiness(services, context())).toMatchObject({
      value: { stayed: 3, retired: 1, share: { value: 0.75, n: 4 } },
      n: 4,
    });
  });

  // By hand: of 4 at risk one leaves at day 30; one is retired at 40; two reach day 90 and more. Left by then: 1/4.
  it('counts young services for as long as they are', () => {
    const services = [
      service({ ...old, leftPathAt: daysAgo(70) }),
      service({ ...old, retiredAt: daysAgo(60) }),
      service(old),
      service(old),
    ];
    expect(stickiness(services, context())).toHaveProperty(
      'value.leftByDay90.value',
      expect.closeTo(0.25, 9),
    );
  });

  it('is unknown while no service is 90 days old', () => {
    expect(stickiness([service(onPath)], context())).toMatchObject({
      kind: 'unknown',
      reason: { code: 'no-data' },
    });
  });
});
