import type { ProportionEstimate } from '@fairway/statistics';
import { definitionOfDone, type CapabilityFacts } from './definitionOfDone';

function share(low: number, high: number): ProportionEstimate {
  return { kind: 'estimate', value: (low + high) / 2, low, high, n: 40 };
}

function states(facts: CapabilityFacts): Record<string, string> {
  return Object.fromEntries(
    definitionOfDone(facts).map(({ criterion, state }) => [criterion, state]),
  );
}

describe('definitionOfDone', () => {
  it('knows nothing of what was not measured', () => {
    expect(states({})).toEqual({
      trusted: 'unknown',
      usable: 'unknown',
      documented: 'unknown',
      adopted: 'unknown',
    });
  });

  it.each([
    [0.8, 0.9, 'met'],
    [0.7, 0.8, 'unclear'],
    [0.6, 0.79, 'not-met'],
  ])('is usable with first attempts of %d to %d: %s', (low, high, state) => {
    expect(states({ firstAttemptSuccess: share(low, high) }).usable).toBe(
      state,
    );
  });

  it.each([
    [share(0.85, 0.95), share(0.02, 0.1), 'met'],
    [share(0.85, 0.95), share(0.11, 0.2), 'not-met'],
    [share(0.5, 0.7), undefined, 'not-met'],
    [share(0.85, 0.95), undefined, 'unknown'],
    [share(0.85, 0.95), share(0.05, 0.2), 'unclear'],
  ])('is trusted by its weakest evidence: %#', (stays, bypass, state) => {
    expect(states({ stickiness: stays, bypassShare: bypass }).trusted).toBe(
      state,
    );
  });

  it.each([
    [{ referenced: true, fetched: true, readers: 5 }, 'met'],
    [{ referenced: true, fetched: true, readers: 4 }, 'not-met'],
    [{ referenced: true, fetched: false, readers: 9 }, 'not-met'],
    [{ referenced: false }, 'not-met'],
    [{ referenced: true, fetched: true }, 'unknown'],
  ])('is documented by %j: %s', (documentation, state) => {
    expect(states({ documentation }).documented).toBe(state);
  });

  it('shows what it rests on, and obeys the targets of an owner', () => {
    const coverage = share(0.3, 0.4);
    const targets = {
      stickiness: 0.8,
      bypassShare: 0.1,
      firstAttemptSuccess: 0.8,
      coverage: 0.3,
    };
    expect(definitionOfDone({ coverage }, targets)[3]).toEqual({
      criterion: 'adopted',
      state: 'met',
      evidence: [
        { fact: 'coverage', state: 'met', estimate: coverage, target: 0.3 },
      ],
    });
    expect(states({ coverage }).adopted).toBe('not-met');
  });
});
