import { context, DAY, daysAgo } from './__testUtils__/context';
import { onPath, service } from './__testUtils__/service';
import { stickiness } from './stickiness';

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
      service({ ...old, leftPathAt: daysAgo(101) }),
      service({ ...old, bornAt: undefined }),
    ];
    expect(stickiness(services, context())).toMatchObject({
      coverage: {
        leftOut: [
          { reason: 'time-before-birth', count: 1 },
          { reason: 'unknown-birth', count: 1 },
        ],
      },
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
