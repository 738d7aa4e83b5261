import { isoWeeks } from './isoWeeks';

const HOUR = 3_600_000;

describe('isoWeeks', () => {
  it('ends with the current week and marks it', () => {
    const weeks = isoWeeks({
      now: Date.parse('2026-11-21T13:00:00Z'),
      timeZone: 'UTC',
      count: 26,
    });
    expect(weeks).toHaveLength(26);
    expect(weeks[25]).toEqual({
      name: '2026-W47',
      start: Date.parse('2026-11-16T00:00:00Z'),
      end: Date.parse('2026-11-23T00:00:00Z'),
      partial: true,
    });
    expect(weeks[24]).toMatchObject({ name: '2026-W46', partial: false });
    expect(weeks[0].name).toBe('2026-W22');
  });

  it('numbers weeks by ISO year', () => {
    // 2026 has 53 ISO weeks; the last one ends on 3 January 2027.
    const [first, second] = isoWeeks({
      now: Date.parse('2027-01-05T00:00:00Z'),
      timeZone: 'UTC',
      count: 2,
    });
    expect([first.name, second.name]).toEqual(['2026-W53', '2027-W01']);
  });

  it('cuts weeks in the zone, with clocks that change', () => {
    // In Stockholm clocks go back on 25 October 2026: that week has 169 hours and starts in summer time.
    const [week] = isoWeeks({
      now: Date.parse('2026-10-22T12:00:00Z'),
      timeZone: 'Europe/Stockholm',
      count: 1,
    });
    expect(new Date(week.start).toISOString()).toBe('2026-10-18T22:00:00.000Z');
    expect(new Date(week.end).toISOString()).toBe('2026-10-25T23:00:00.000Z');
    expect(week.end - week.start).toBe(169 * HOUR);
  });
});
