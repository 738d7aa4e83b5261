import fc from 'fast-check';
import {
  prod,
  mornings,
  ruleOf,
  weekend,
  yearEnd,
} from './calendarRule.fixture';
import type { CalendarRule } from './calendarRule';
import { freezeSentence } from './freezeSentence';
import { freezeStateAt } from './freezeState';
import { nextChange } from './nextChange';

const stateAt = (
  at: string,
  rules: readonly CalendarRule[],
  options: { readonly changeWindowRequired?: boolean } = {},
) =>
  freezeStateAt({
    rules,
    subject: prod,
    changeWindowRequired: false,
    at,
    ...options,
  });

const brief = (at: string, rules: readonly CalendarRule[]) => {
  const state = stateAt(at, rules);
  return state.status === 'unknown' ? ['unknown'] : [state.status, state.until];
};

describe('freezeStateAt', () => {
  it('is open without rules', () => {
    expect(brief('2026-11-21T12:00:00Z', [])).toEqual(['open', undefined]);
  });

  // Zurich is one hour before UTC in winter and two in summer.
  it.each([
    ['2026-11-20T16:59:59Z', [weekend], 'open', '2026-11-20T17:00:00.000Z'],
    ['2026-11-20T17:00:00Z', [weekend], 'closed', '2026-11-23T07:00:00.000Z'],
    ['2026-11-23T06:59:59Z', [weekend], 'closed', '2026-11-23T07:00:00.000Z'],
    ['2026-11-23T07:00:00Z', [weekend], 'open', '2026-11-27T17:00:00.000Z'],
    ['2026-07-11T12:00:00Z', [weekend], 'closed', '2026-07-13T06:00:00.000Z'],
    ['2026-12-25T00:00:00Z', [yearEnd], 'closed', '2027-01-04T17:00:00.000Z'],
    ['2027-01-04T17:00:00Z', [yearEnd], 'open', undefined],
    // The last weekend of the freeze begins within it and ends with it, on Monday morning before it does.
    [
      '2027-01-03T12:00:00Z',
      [weekend, yearEnd],
      'closed',
      '2027-01-04T17:00:00.000Z',
    ],
    // Freezes that follow each other are one: Friday evening to Monday, then a Monday.
    [
      '2026-11-21T12:00:00Z',
      [
        weekend,
        ruleOf({ name: 'monday', start: '2026-11-23T08:00', duration: 'PT4H' }),
      ],
      'closed',
      '2026-11-23T11:00:00.000Z',
    ],
    ['2026-11-24T08:30:00Z', [mornings], 'open', '2026-11-24T10:00:00.000Z'],
    ['2026-11-24T10:00:00Z', [mornings], 'closed', '2026-11-26T08:00:00.000Z'],
    // 24 November is a Tuesday.
    [
      '2026-11-23T12:00:00Z',
      [
        mornings,
        ruleOf({ name: 'tuesday', start: '2026-11-24', duration: 'P1D' }),
      ],
      'closed',
      '2026-11-26T08:00:00.000Z',
    ],
  ] as const)('at %s with %j is %s until %s', (at, rules, status, until) => {
    expect(brief(at, rules)).toEqual([status, until]);
  });

  it('lets hours be hours and days be days when clocks change', () => {
    // Clocks go back in the night to Sunday 25 October 2026: 62 hours end at 07:00, two days and 14 hours at 08:00.
    expect(brief('2026-10-24T12:00:00Z', [weekend])).toEqual([
      'closed',
      '2026-10-26T06:00:00.000Z',
    ]);
    const byDays = ruleOf({
      name: 'by-days',
      start: '2026-01-02T18:00',
      rrule: 'FREQ=WEEKLY;BYDAY=FR',
      duration: 'P2DT14H',
    });
    expect(brief('2026-10-24T12:00:00Z', [byDays])).toEqual([
      'closed',
      '2026-10-26T07:00:00.000Z',
    ]);
  });

  it('keeps a freeze whose beginning the clocks skip, and drops such a change window', () => {
    // There is no 02:30 on 29 March 2026; by the offset before, it would be 01:30 UTC.
    const night = {
      start: '2026-03-01T02:30',
      rrule: 'FREQ=DAILY',
      duration: 'PT1H',
    };
    const freeze = ruleOf({ name: 'freeze', ...night });
    expect(brief('2026-03-29T01:29:59Z', [freeze])).toEqual([
      'open',
      '2026-03-29T01:30:00.000Z',
    ]);
    expect(brief('2026-03-29T01:30:00Z', [freeze])).toEqual([
      'closed',
      '2026-03-29T02:30:00.000Z',
    ]);
    // The window of 28 March ends at 02:30 UTC; the next one is on 30 March, in summer time.
    const window = ruleOf({ name: 'window', kind: 'allow', ...night });
    expect(brief('2026-03-28T03:00:00Z', [window])).toEqual([
      'closed',
      '2026-03-30T00:30:00.000Z',
    ]);
  });

  it('takes the first of two times that clocks show twice', () => {
    const night = ruleOf({
      name: 'night',
      start: '2026-10-25T02:30',
      duration: 'PT10M',
    });
    expect(brief('2026-10-25T00:00:00Z', [night])).toEqual([
      'open',
      '2026-10-25T00:30:00.000Z',
    ]);
    expect(brief('2026-10-25T01:30:00Z', [night])).toEqual(['open', undefined]);
  });

  it('ends with UNTIL, which is an instant, and includes it', () => {
    const rule = (until: string) =>
      ruleOf({
        name: 'evening',
        start: '2026-01-01T18:00',
        rrule: `FREQ=DAILY;UNTIL=${until}`,
        duration: 'PT1H',
      });
    // 18:00 in Zurich in January is 17:00 UTC.
    const at = '2026-01-10T12:00:00Z';
    expect(brief(at, [rule('20260110T170000Z')])).toEqual([
      'open',
      '2026-01-10T17:00:00.000Z',
    ]);
    expect(brief(at, [rule('20260110T165959Z')])).toEqual(['open', undefined]);
    expect(brief(at, [rule('20260110')])[1]).toBe('2026-01-10T17:00:00.000Z');
    expect(brief(at, [rule('20260109')])[1]).toBeUndefined();
  });

  it('asks every calendar: a window of one does not open another', () => {
    const ofClass: CalendarRule = {
      ...mornings,
      id: 'migration/mornings',
      owner: { type: 'risk-class', riskClass: 'migration' },
    };
    const wednesday = ruleOf({
      name: 'wednesday',
      kind: 'allow',
      start: '2026-11-25T09:00',
      duration: 'PT2H',
    });
    const at = '2026-11-25T08:30:00Z';
    expect(brief(at, [mornings, wednesday])[0]).toBe('open');
    expect(brief(at, [ofClass, wednesday])[0]).toBe('closed');
  });

  it('applies a rule only within its scope', () => {
    const at = '2026-12-25T00:00:00Z';
    const scoped = (scope: Record<string, unknown>) => [{ ...yearEnd, scope }];
    expect(brief(at, scoped({ stages: ['pro*'] }))[0]).toBe('closed');
    expect(brief(at, scoped({ stages: ['test', 'p?'] }))[0]).toBe('open');
    expect(brief(at, scoped({ riskClasses: ['migration'] }))[0]).toBe('open');
    expect(brief(at, scoped({ controlPlanes: ['emea'] }))[0]).toBe('closed');
    expect(brief(at, scoped({ projects: ['*', 'x'] }))[0]).toBe('closed');
    expect(brief(at, scoped({ stageLabels: { tier: 'production' } }))[0]).toBe(
      'closed',
    );
    expect(
      brief(at, scoped({ stages: ['prod'], stageLabels: { tier: 'test' } }))[0],
    ).toBe('open');
  });

  it('stays closed where a class needs a change window and there is none', () => {
    const state = stateAt('2026-11-24T08:30:00Z', [], {
      changeWindowRequired: true,
    });
    expect(state).toMatchObject({
      status: 'closed',
      until: undefined,
      causes: [{ cause: 'no-window-defined', rules: [] }],
    });
    expect(
      stateAt('2026-11-24T08:30:00Z', [mornings], {
        changeWindowRequired: true,
      }).status,
    ).toBe('open');
  });

  it('does not open where a freeze cannot be read, and says which', () => {
    const broken: CalendarRule = {
      ...yearEnd,
      id: 'broken',
      schedule: { type: 'unreadable', reason: 'dtstart is "soon"' },
    };
    const state = stateAt('2026-06-01T00:00:00Z', [broken]);
    expect(state).toEqual({
      status: 'unknown',
      problems: [
        {
          rule: expect.objectContaining({ id: 'broken' }),
          problem: 'dtstart is "soon"',
        },
      ],
    });
    expect(
      freezeSentence({ state, timeZone: 'UTC', now: '2026-06-01T00:00:00Z' }),
    ).toBe(
      'Whether promotions are frozen is unknown: rule broken cannot be read (dtstart is "soon").',
    );
    expect(
      stateAt('2026-06-01T00:00:00Z', [{ ...broken, kind: 'allow' }]).status,
    ).toBe('closed');
    // A freeze that can be read stays in force beside it.
    expect(stateAt('2026-12-25T00:00:00Z', [broken, yearEnd])).toMatchObject({
      status: 'closed',
      problems: [{}],
    });
  });

  it('has no known end where a rule never ends', () => {
    const forever: CalendarRule = {
      ...yearEnd,
      schedule: {
        type: 'interval',
        from: '2026-01-01T00:00:00Z',
        until: undefined,
      },
    };
    expect(brief('2026-06-01T00:00:00Z', [forever])).toEqual([
      'closed',
      undefined,
    ]);
    expect(brief('2025-12-31T23:00:00Z', [forever])).toEqual([
      'open',
      '2026-01-01T00:00:00.000Z',
    ]);
  });

  it('stays as it is until it says that it changes, and changes then', () => {
    const rules = [
      weekend,
      mornings,
      yearEnd,
      ruleOf({
        name: 'nights',
        timeZone: 'America/New_York',
        start: '2026-01-01T20:00',
        rrule: 'FREQ=DAILY;INTERVAL=3',
        duration: 'PT9H',
      }),
    ];
    fc.assert(
      fc.property(
        fc.subarray(rules, { minLength: 1 }),
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (chosen, minutes, fraction) => {
          const start = Date.UTC(2026, 0, 1) + minutes * 60_000;
          const statusAt = (millis: number) =>
            stateAt(new Date(millis).toISOString(), chosen).status;
          const change = nextChange(
            stateAt(new Date(start).toISOString(), chosen),
          );
          const end = change ? Date.parse(change.at) : start + 1;
          expect(end).toBeGreaterThan(start);
          expect(statusAt(start + Math.floor((end - start) * fraction))).toBe(
            statusAt(start),
          );
          expect(change ? change.to : statusAt(start)).toBe(statusAt(end));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('tells the next change', () => {
    expect(nextChange(stateAt('2026-11-21T12:00:00Z', [weekend]))).toEqual({
      at: '2026-11-23T07:00:00.000Z',
      to: 'open',
    });
    expect(nextChange(stateAt('2026-11-21T12:00:00Z', []))).toBeUndefined();
  });
});

describe('freezeSentence', () => {
  it.each([
    [
      '2026-11-21T12:00:00Z',
      [weekend],
      'Frozen until Mon 08:00 by rule weekend.',
    ],
    [
      '2026-12-24T12:00:00Z',
      [yearEnd],
      'Frozen until Mon 4 Jan 2027 18:00 by rule year-end.',
    ],
    [
      '2026-12-26T12:00:00Z',
      [weekend, yearEnd],
      'Frozen until Mon 4 Jan 2027 18:00 by rules weekend and year-end.',
    ],
    [
      '2026-11-24T12:00:00Z',
      [mornings],
      'Closed until Thu 09:00 since no change window of rule mornings is open.',
    ],
    [
      '2026-11-25T12:00:00Z',
      [weekend],
      'Open until Fri 18:00, then frozen by rule weekend.',
    ],
    ['2026-11-25T12:00:00Z', [], 'Open; no freeze is known.'],
  ] as const)('says at %s of %j: %s', (now, rules, sentence) => {
    expect(
      freezeSentence({
        state: stateAt(now, rules),
        timeZone: 'Europe/Zurich',
        now,
      }),
    ).toBe(sentence);
  });
});
