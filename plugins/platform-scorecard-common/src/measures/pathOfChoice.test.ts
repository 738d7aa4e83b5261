import { context, daysAgo } from './__testUtils__/context';
import { onPath, service } from './__testUtils__/service';
import { pathOfChoice } from './pathOfChoice';

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
