import { fitWording } from './fitWording';

const go = { outcome: 'go', unevaluated: [], replicas: 4 } as const;
const unless = { ...go, unevaluated: ['volumes' as const] };

describe('fitWording', () => {
  it.each([
    [go, undefined, 'Go'],
    [unless, undefined, 'Yes, unless'],
    [go, [{ domain: 'rack-1', slots: 4 }], 'Go'],
    [unless, [{ domain: 'rack-1', slots: 5 }], 'Yes, unless'],
    [
      go,
      [
        { domain: 'rack-1', slots: 3 },
        { domain: 'rack-2', slots: 3 },
      ],
      'Not within one',
    ],
    [go, [], 'Not within one'],
    [{ ...go, outcome: 'both' as const }, [], 'Neither quota nor place'],
  ])('calls %j with the domains %j', (fit, domains, word) => {
    expect(
      fitWording({ ...fit, unevaluated: [...fit.unevaluated] }, domains).word,
    ).toBe(word);
  });
});
