import { daysOf, trendWords } from './costDays';

const day = (date: string, EUR: number, coverage = 1) => ({
  at: `2026-11-${date}T00:00:00Z`,
  cost: { EUR, USD: 1 },
  coverage,
});

describe('daysOf', () => {
  it('leaves gaps where a day is missing or was hardly observed', () => {
    const days = daysOf([
      day('01', 100),
      day('02', 30, 0.3),
      day('04', 120, 0.95),
    ]);
    expect(days).toEqual({
      currency: 'EUR',
      values: [100, undefined, undefined, 120],
    });
    expect(trendWords(days)).toBe('2 whole days cost 100 to 120 EUR each.');
  });

  it('has none where nothing has a price', () => {
    const days = daysOf([{ ...day('01', 0), cost: {} }]);
    expect(days).toBeUndefined();
    expect(trendWords(days)).toMatch(/^No day has been observed/);
  });

  it('says of one day what it cost', () => {
    expect(trendWords(daysOf([day('01', 99.6)]))).toBe(
      '1 whole day cost 100 EUR each.',
    );
  });
});
