import { context, daysAgo } from './__testUtils__/context';
import { fact } from './__testUtils__/exceptionFact';
import { exceptionVolume } from './exceptionVolume';

describe('exceptionVolume', () => {
  const named = (exception: string) => ({ exception });

  // Garwood for 3 in two weeks: 0.6187 and 8.7673, halved. The median age of 3 and 10 days is 6.5.
  it('counts what is in force, and how it is looked after', () => {
    const facts = [
      fact('approved', 3, {
        ...named('a'),
        owner: 'group:default/a',
        matchedWorkloads: 0,
      }),
      fact('approved', 10, {
        ...named('b'),
        reason: 'x',
        expiresAt: daysAgo(-1),
      }),
      fact('approved', 12, { ...named('c'), expiresAt: daysAgo(1) }),
      fact('approved', 30, { ...named('d'), expiresAt: daysAgo(20) }),
      fact('requested', 1, named('e')),
      fact('approved', -1, named('f')),
    ];
    expect(
      exceptionVolume(facts, context(), { since: daysAgo(14) }),
    ).toMatchObject({
      value: {
        open: 2,
        requested: 1,
        withoutExpiry: 1,
        withoutOwner: 1,
        withoutReason: 1,
        matchingNothing: 1,
        approvedWeekly: {
          value: 1.5,
          low: expect.closeTo(0.3093, 4),
          high: expect.closeTo(4.3836, 4),
        },
        medianAge: { value: 6.5, n: 2 },
      },
      n: 5,
      coverage: { leftOut: [{ reason: 'future-time', count: 1 }] },
    });
  });

  it('knows that there is none where the source was read, and only there', () => {
    const none = exceptionVolume([], context(), { since: daysAgo(14) });
    expect(none).toMatchObject({ kind: 'measured', value: { open: 0 } });
    expect(none).not.toHaveProperty('value.medianAge');
    expect(
      exceptionVolume([], context({ sources: [] }), { since: daysAgo(14) }),
    ).toMatchObject({
      kind: 'unknown',
      reason: { code: 'source-absent', source: 'exceptions' },
    });
  });
});
