import { context } from '../measures/__testUtils__/context';
import { proposalPrecision, type TriageOutcome } from './proposalPrecision';

describe('proposalPrecision', () => {
  function outcomes(count: number, more: Partial<TriageOutcome>) {
    return Array.from({ length: count }, (_, index) => ({
      episode: `${JSON.stringify(more)} ${index}`,
      proposed: 'too-slow' as const,
      rule: 'incident-open',
      rulesVersion: 1,
      ...more,
    }));
  }

  // By hand, the 95 % score interval of 15 of 20 is [0.5313, 0.8881].
  it('counts what owners confirmed of what they decided', () => {
    expect(
      proposalPrecision(
        [
          ...outcomes(15, { decided: 'too-slow' }),
          ...outcomes(5, { decided: 'too-opaque' }),
          ...outcomes(7, {}),
          ...outcomes(9, { rulesVersion: 2, decided: 'too-narrow' }),
        ],
        context(),
        { rulesVersion: 1 },
      ),
    ).toHaveProperty('value', {
      all: {
        confirmed: 15,
        overridden: 5,
        undecided: 7,
        share: {
          kind: 'estimate',
          value: 0.75,
          low: expect.closeTo(0.5313, 3),
          high: expect.closeTo(0.8881, 3),
          n: 20,
        },
      },
      byRule: [
        expect.objectContaining({ rule: 'incident-open', confirmed: 15 }),
      ],
    });
  });

  it('believes the last word on an episode', () => {
    const [first] = outcomes(1, { decided: 'too-slow' });
    expect(
      proposalPrecision(
        [first, { ...first, decided: 'too-opaque' }],
        context(),
        { rulesVersion: 1 },
      ),
    ).toMatchObject({ value: { all: { confirmed: 0, overridden: 1 } } });
  });

  it('has no share while nobody has decided', () => {
    const open = proposalPrecision(outcomes(3, {}), context(), {
      rulesVersion: 1,
    });
    expect(open).toHaveProperty('value.all', {
      confirmed: 0,
      overridden: 0,
      undecided: 3,
    });
    expect(open).toHaveProperty('coverage', {
      measured: 0,
      leftOut: [{ reason: 'undecided', count: 3 }],
    });
    expect(proposalPrecision([], context(), { rulesVersion: 1 })).toMatchObject(
      { kind: 'unknown', reason: { code: 'no-data' } },
    );
  });
});
