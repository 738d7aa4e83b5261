import type { ServiceLife } from './ServiceLife';
import { adoptionVerdict, medianVerdict } from './verdicts';

function lives(count: number, more: Partial<ServiceLife>): ServiceLife[] {
  return Array.from({ length: count }, (_, index) => ({
    service: `component:default/${index}`,
    firstSeenAt: 1,
    bornAt: 1,
    synthetic: false,
    ...more,
  }));
}

describe('adoptionVerdict', () => {
  // 20 of 100 against 80 of 100 is beyond doubt; 5 of 10 against 6 of 10 is not.
  it.each([
    [
      'up',
      lives(20, { onPathAt: 1 }),
      lives(60, { onPathAt: 5 }),
      lives(20, {}),
    ],
    [
      'no-clear-change',
      lives(5, { onPathAt: 1 }),
      lives(1, { onPathAt: 5 }),
      lives(4, {}),
    ],
    ['unknown', [], lives(1, { firstSeenAt: 5, bornAt: 5 }), []],
    [
      'down',
      lives(60, { onPathAt: 1, retiredAt: 5 }),
      lives(10, { onPathAt: 1 }),
      lives(30, {}),
    ],
  ])('is %s', (verdict, a, b, c) => {
    expect(adoptionVerdict([...a, ...b, ...c], 10, 2)).toBe(verdict);
  });

  it('does not take the discovery of old services for a fall', () => {
    const known = lives(50, { onPathAt: 1 });
    const discovered = lives(200, { bornAt: undefined, firstSeenAt: 5 });
    expect(adoptionVerdict([...known, ...discovered], 10, 2)).toBe(
      'no-clear-change',
    );
  });
});

describe('medianVerdict', () => {
  const median = (low: number, value: number, high?: number) => ({
    kind: 'reached' as const,
    low,
    value,
    high,
  });
  it.each([
    ['up', median(7, 9, 12), median(2, 4, 6)],
    ['down', median(2, 4, 6), median(7, 9, 12)],
    ['no-clear-change', median(2, 4, 8), median(7, 9, 12)],
    ['no-clear-change', median(2, 4), median(7, 9, 12)],
    ['unknown', { kind: 'not-reached' as const, atLeast: 3 }, median(7, 9, 12)],
    ['unknown', median(7, 9, 12), { kind: 'no-data' as const }],
  ])('is %s', (verdict, later, earlier) => {
    expect(medianVerdict(later, earlier)).toBe(verdict);
  });
});
