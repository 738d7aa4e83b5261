import { context, daysAgo, NOW } from './__testUtils__/context';
import { onPath, service } from './__testUtils__/service';
import { goldenPathCoverage } from './goldenPathCoverage';

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
