import { freezeStateAt, type CalendarRule } from '../controls/calendar';
import {
  mornings,
  prod,
  ruleOf,
  weekend,
  yearEnd,
} from '../controls/calendar/calendarRule.fixture';
import { beginningFreezes } from './beginningFreezes';
import type { CalendarStage } from './CalendarStage';

const HOUR = 3_600_000;

function stageOf(stage: string, rules: readonly CalendarRule[]): CalendarStage {
  const subject = { ...prod, stage };
  const question = { rules, subject, changeWindowRequired: false };
  const at = '2026-12-01T00:00:00Z';
  return { ...question, state: freezeStateAt({ ...question, at }) };
}

const find = (at: string, stages: readonly CalendarStage[]) =>
  beginningFreezes({
    stages,
    at: new Date(at),
    leadMillis: 24 * HOUR,
    shortestRecurringMillis: 12 * HOUR,
  }).map(({ rule, start, end, subjects }) => [
    rule.id,
    start,
    end,
    subjects.map(({ stage }) => stage),
  ]);

describe('beginningFreezes', () => {
  const stages = [
    stageOf('prod-eu', [yearEnd]),
    stageOf('prod-us', [yearEnd, mornings]),
    stageOf('test', [mornings]),
  ];
  // 18:00 in Zurich.
  const told = [
    [
      'year-end',
      '2026-12-19T17:00:00.000Z',
      '2027-01-04T17:00:00.000Z',
      ['prod-eu', 'prod-us'],
    ],
  ];

  it.each([
    ['2026-12-18T16:59:59Z', []],
    ['2026-12-18T17:00:00Z', told],
    ['2026-12-19T16:59:59Z', told],
    ['2026-12-19T17:00:00Z', []],
  ])(
    'finds at %s what begins within a day, with all its stages',
    (at, expected) => {
      expect(find(at, stages)).toEqual(expected);
    },
  );

  it('leaves out what recurs and is short', () => {
    const night = ruleOf({
      name: 'night',
      start: '2026-12-01T22:00',
      rrule: 'FREQ=DAILY',
      duration: { hours: 8 },
    });
    const once = ruleOf({
      name: 'once',
      start: '2026-12-10T22:00',
      duration: { hours: 8 },
    });
    const found = find('2026-12-10T12:00:00Z', [
      stageOf('prod', [night, once]),
    ]);
    // Every night is frozen anyway, so that the one time changes nothing.
    expect(found).toEqual([]);
    expect(
      find('2026-12-10T12:00:00Z', [stageOf('prod', [once])]),
    ).toHaveLength(1);
  });

  it('leaves out what changes nothing', () => {
    // Friday 25 December; the weekend lies within the year end.
    const at = '2026-12-25T12:00:00Z';
    expect(find(at, [stageOf('prod', [weekend])])).toHaveLength(1);
    expect(find(at, [stageOf('prod', [weekend, yearEnd])])).toEqual([]);
    expect(
      find(at, [
        stageOf('prod', [weekend, yearEnd]),
        stageOf('test', [weekend]),
      ]),
    ).toMatchObject([
      ['weekend', expect.anything(), expect.anything(), ['test']],
    ]);
  });

  it('tells one of two rules that freeze the same time', () => {
    const again = { ...yearEnd, id: 'again', title: 'Again' };
    const found = find('2026-12-19T12:00:00Z', [
      stageOf('prod', [yearEnd, again]),
    ]);
    expect(found.map(([id]) => id)).toEqual(['again']);
  });
});
