import { readRiskClasses } from '../riskClass';
import { readCalendar } from './readCalendar';

const rule = {
  name: 'year-end',
  kind: 'deny',
  timeZone: 'Europe/Zurich',
  start: '2026-12-19T18:00',
  duration: 'P16D',
};

const read = (config: unknown) => readCalendar({ config, classes: [] });

describe('readCalendar', () => {
  it('reads rules, and those of the classes for their class only', () => {
    const classes = readRiskClasses({
      migration: {
        calendar: [{ ...rule, name: 'night', kind: 'allow', scope: {} }],
      },
    });
    expect(readCalendar({ config: [rule], classes })).toEqual([
      {
        id: 'year-end',
        title: 'year-end',
        reason: undefined,
        kind: 'deny',
        owner: { type: 'config' },
        scope: {},
        schedule: {
          type: 'recurring',
          timeZone: 'Europe/Zurich',
          start: '2026-12-19T18:00',
          rule: undefined,
          duration: 'P16D',
        },
      },
      expect.objectContaining({
        id: 'migration/night',
        kind: 'allow',
        owner: { type: 'risk-class', riskClass: 'migration' },
        scope: { riskClasses: ['migration'] },
      }),
    ]);
    expect(read(undefined)).toEqual([]);
  });

  it.each([
    ['is no IANA time zone', { timeZone: 'Europe/Zuerich' }],
    ['no local time', { start: '2026-12-19T18:00Z' }],
    ['no local time', { start: '2026-02-30T18:00' }],
    ['must last for some time', { duration: 'PT0S' }],
    ['cannot be negative', { duration: 'PT-5M' }],
    ['is no ISO 8601 duration', { duration: 'two weeks' }],
    ['the rule has FOO=1', { rrule: 'FREQ=DAILY;FOO=1' }],
    ['the rule has FREQ=MINUTELY', { rrule: 'FREQ=MINUTELY' }],
    ['the rule has BYHOUR=8,25', { rrule: 'FREQ=DAILY;BYHOUR=8,25' }],
    ['the rule has BYMINUTE=0,30', { rrule: 'FREQ=HOURLY;BYMINUTE=0,30' }],
    ['the rule has no FREQ', { rrule: 'BYDAY=FR' }],
    ['the rule has INTERVAL=0', { rrule: 'FREQ=DAILY;INTERVAL=0' }],
    ['both COUNT and UNTIL', { rrule: 'FREQ=DAILY;COUNT=2;UNTIL=20270101' }],
    ['the rule has BYDAY twice', { rrule: 'FREQ=WEEKLY;BYDAY=MO;BYDAY=TU' }],
    ['Unrecognized key', { rule: 'FREQ=DAILY' }],
  ])('says "%s" of %j', (message, change) => {
    expect(() => read([{ ...rule, ...change }])).toThrow(message);
  });

  it('refuses two rules of one name', () => {
    expect(() => read([rule, rule])).toThrow(
      'another rule is called year-end too',
    );
  });
});
