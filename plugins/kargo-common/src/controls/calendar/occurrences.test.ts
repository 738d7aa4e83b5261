import fc from 'fast-check';
import { ruleOf } from './calendarRule.fixture';
import { occurrencesOf } from './occurrences';

const DAY_MILLIS = 86_400_000;

/** What a clock in a zone shows, by the platform and not by the library that is tested. */
function clock(millis: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(millis);
  const part = (type: string) =>
    parts.find(candidate => candidate.type === type)?.value;
  return `${part('weekday')} ${part('hour')}:${part('minute')}`;
}

describe('occurrencesOf', () => {
  it('begins at the same time of the clock in any zone, in any season', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/Zurich',
          'America/New_York',
          'Asia/Kolkata',
          'Australia/Lord_Howe',
          'Pacific/Apia',
          'UTC',
        ),
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 4, max: 23 }),
        (timeZone, day, hour) => {
          const rule = ruleOf({
            name: 'weekly',
            timeZone,
            start: `2020-01-01T${String(hour).padStart(2, '0')}:15`,
            rrule: 'FREQ=WEEKLY;BYDAY=FR',
            duration: 'PT1H',
          });
          const start = Date.UTC(2020, 0, 10) + day * DAY_MILLIS;
          const found = occurrencesOf(rule, {
            start,
            end: start + 28 * DAY_MILLIS,
          });
          const intervals =
            found.status === 'known' ? found.intervals : undefined;
          // Four Fridays, or five where the first one is under way and the last one has begun.
          expect([4, 5]).toContain(intervals?.length);
          for (const interval of intervals ?? []) {
            expect(clock(interval.start, timeZone)).toBe(
              `Fri ${String(hour).padStart(2, '0')}:15`,
            );
            expect(interval.end - interval.start).toBe(3_600_000);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('answers the same from what it has computed before', () => {
    const rule = ruleOf({
      name: 'daily',
      start: '2026-01-01T08:00',
      rrule: 'FREQ=DAILY',
      duration: 'PT1H',
    });
    const start = Date.UTC(2026, 5, 1);
    const narrow = { start: start + DAY_MILLIS, end: start + 2 * DAY_MILLIS };
    const alone = occurrencesOf({ ...rule }, narrow);
    occurrencesOf(rule, { start, end: start + 30 * DAY_MILLIS });
    expect(occurrencesOf(rule, narrow)).toEqual(alone);
    // 08:00 in Zurich in June is 06:00 UTC.
    expect(alone).toEqual({
      status: 'known',
      intervals: [
        { start: Date.UTC(2026, 5, 2, 6), end: Date.UTC(2026, 5, 2, 7) },
      ],
    });
  });

  it('finds nothing of a rule that never comes true, and does not look for ever', () => {
    const rule = ruleOf({
      name: 'never',
      start: '2020-01-01T08:00',
      rrule: 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31',
      duration: 'PT1H',
    });
    const started = Date.now();
    const found = occurrencesOf(rule, {
      start: Date.UTC(2026, 0, 1),
      end: Date.UTC(2027, 0, 1),
    });
    expect(Date.now() - started).toBeLessThan(2_000);
    expect(found).toEqual({ status: 'known', intervals: [] });
  });

  // Dates of the examples in RFC 5545, section 3.8.5.3, at 09:00 in New York.
  it.each([
    [
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
      '1997-09-29',
      ['1997-09-29', '1997-10-30', '1997-11-27', '1997-12-30'],
    ],
    [
      'FREQ=YEARLY;BYDAY=20MO',
      '1997-05-19',
      ['1997-05-19', '1998-05-18', '1999-05-17'],
    ],
    [
      'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
      '1997-05-12',
      ['1997-05-12', '1998-05-11', '1999-05-17'],
    ],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU',
      '1997-08-05',
      ['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'],
    ],
    [
      'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      '1998-02-13',
      ['1998-02-13', '1998-03-13', '1998-11-13', '1999-08-13'],
    ],
  ])('counts %s from %s as the standard does', (rrule, start, dates) => {
    const rule = ruleOf({
      name: 'example',
      timeZone: 'America/New_York',
      start: `${start}T09:00`,
      rrule,
      duration: 'PT1H',
    });
    const last = Date.parse(dates[dates.length - 1]);
    const found = occurrencesOf(rule, {
      start: Date.parse(start),
      end: last + DAY_MILLIS,
    });
    expect(
      found.status === 'known' &&
        found.intervals.map(interval =>
          new Date(interval.start).toISOString().slice(0, 10),
        ),
    ).toEqual(dates);
  });
});
