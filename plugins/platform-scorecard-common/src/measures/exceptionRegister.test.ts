import fc from 'fast-check';
import { daysAgo, NOW } from './__testUtils__/context';
import { fact } from './__testUtils__/exceptionFact';
import { exceptionRegister } from './exceptionRegister';

describe('exceptionRegister', () => {
  it('tells the life of an exception', () => {
    const facts = [
      fact('requested', 20, { reason: 'migration', owner: 'group:default/a' }),
      fact('approved', 18, { expiresAt: daysAgo(-10), matchedWorkloads: 3 }),
    ];
    expect(exceptionRegister(facts, NOW)).toEqual([
      {
        exception: 'policy/privileged',
        state: 'approved',
        since: daysAgo(18),
        requestedAt: daysAgo(20),
        reason: 'migration',
        owner: 'group:default/a',
        expiresAt: daysAgo(-10),
        matchedWorkloads: 3,
        open: true,
        contradictions: [],
      },
    ]);
    expect(exceptionRegister(facts, daysAgo(19))).toMatchObject([
      { state: 'requested', open: false },
    ]);
    expect(exceptionRegister(facts, daysAgo(21))).toEqual([]);
  });

  it('lets an exception expire at its time, whether or not anybody says so', () => {
    const approved = fact('approved', 18, { expiresAt: daysAgo(5) });
    const expected = [{ state: 'expired', since: daysAgo(5), open: false }];
    expect(exceptionRegister([approved], NOW)).toMatchObject(expected);
    expect(
      exceptionRegister([approved, fact('expired', 4)], NOW),
    ).toMatchObject(expected);
    expect(exceptionRegister([approved], daysAgo(6))).toMatchObject([
      { state: 'approved', open: true },
    ]);
  });

  it.each([
    ['rejected', [fact('requested', 5), fact('rejected', 4)]],
    ['revoked', [fact('approved', 5), fact('revoked', 4)]],
    [
      'requested',
      [fact('approved', 5), fact('revoked', 4), fact('requested', 3)],
    ],
    // What was there before measuring began may first be heard of at its end.
    ['revoked', [fact('revoked', 4)]],
  ])('ends up %s', (state, facts) => {
    expect(exceptionRegister(facts, NOW)).toMatchObject([
      { state, contradictions: [] },
    ]);
  });

  it('takes an approval anew for one with a new time, or with none', () => {
    const first = fact('approved', 18, { expiresAt: daysAgo(5) });
    expect(
      exceptionRegister(
        [first, fact('approved', 6, { expiresAt: daysAgo(-5) })],
        NOW,
      ),
    ).toMatchObject([{ state: 'approved', since: daysAgo(18) }]);
    const [endless] = exceptionRegister([first, fact('approved', 4)], NOW);
    expect(endless).toMatchObject({ state: 'approved', since: daysAgo(4) });
    expect(endless).not.toHaveProperty('expiresAt');
    // The answer to a request keeps the time that was asked for.
    expect(
      exceptionRegister(
        [fact('requested', 9, { expiresAt: daysAgo(-3) }), fact('approved', 8)],
        NOW,
      ),
    ).toMatchObject([{ expiresAt: daysAgo(-3), open: true }]);
  });

  it('keeps what contradicts in mind, and does not follow it', () => {
    const odd = fact('revoked', 3);
    expect(
      exceptionRegister([fact('requested', 5), fact('rejected', 4), odd], NOW),
    ).toMatchObject([{ state: 'rejected', contradictions: [odd.id] }]);
  });

  it('does not care in which order facts arrive, nor how often', () => {
    const facts = [
      fact('requested', 9),
      fact('approved', 8, { expiresAt: daysAgo(2) }),
      fact('revoked', 7),
      fact('requested', 6, { exception: 'policy/other' }),
      fact('approved', 6, { exception: 'policy/other' }),
    ];
    const expected = exceptionRegister(facts, NOW);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...facts, ...facts], { minLength: 10 }),
        shuffled => {
          expect(exceptionRegister(shuffled, NOW)).toEqual(expected);
        },
      ),
    );
  });
});
