import {
  mornings,
  prod,
  ruleOf,
  weekend,
  yearEnd,
} from './calendarRule.fixture';
import { overlapWarnings } from './overlapWarnings';
import { upcoming } from './upcoming';

describe('upcoming', () => {
  it('lists what begins, lasts or ends between two times, in order', () => {
    const { entries } = upcoming({
      rules: [weekend, mornings],
      from: '2026-11-21T00:00:00Z',
      to: '2026-11-27T00:00:00Z',
    });
    expect(
      entries.map(({ rule, start, end }) => [rule.id, start, end]),
    ).toEqual([
      ['weekend', '2026-11-20T17:00:00.000Z', '2026-11-23T07:00:00.000Z'],
      ['mornings', '2026-11-24T08:00:00.000Z', '2026-11-24T10:00:00.000Z'],
      ['mornings', '2026-11-26T08:00:00.000Z', '2026-11-26T10:00:00.000Z'],
    ]);
  });

  it('keeps to the rules of a stage and tells what it cannot read', () => {
    const { entries, problems } = upcoming({
      rules: [
        { ...weekend, scope: { stages: ['test'] } },
        { ...weekend, schedule: { type: 'unreadable', reason: 'odd' } },
        {
          ...yearEnd,
          schedule: { type: 'interval', from: undefined, until: undefined },
        },
      ],
      subject: prod,
      from: '2026-11-21T00:00:00Z',
      to: '2026-11-27T00:00:00Z',
    });
    expect(entries).toMatchObject([
      { rule: { id: 'year-end' }, start: undefined, end: undefined },
    ]);
    expect(problems).toMatchObject([
      { rule: { id: 'weekend' }, problem: 'odd' },
    ]);
  });
});

describe('overlapWarnings', () => {
  const warnings = (rules: Parameters<typeof overlapWarnings>[0]['rules']) =>
    overlapWarnings({ rules, subject: prod, from: '2026-11-02T00:00:00Z' });

  it('finds rules that only together leave no window', () => {
    const fridays = ruleOf({
      name: 'fridays',
      kind: 'allow',
      start: '2026-01-02T19:00',
      rrule: 'FREQ=WEEKLY;BYDAY=FR',
      duration: 'PT2H',
    });
    const [warning, ...covered] = warnings([fridays, weekend]);
    expect(warning).toEqual({
      type: 'no-window-left',
      message:
        'Together, weekend and fridays leave no time to promote for 180 days.',
      rules: ['weekend', 'fridays'],
      from: '2026-11-02T00:00:00.000Z',
      to: '2027-05-01T00:00:00.000Z',
    });
    // 180 days from a Monday are 25 weeks and another Monday to Friday.
    expect(covered).toHaveLength(26);
    expect(covered[0]).toMatchObject({
      type: 'window-covered',
      message:
        'A change window of fridays lies wholly within the freeze weekend.',
      from: '2026-11-06T18:00:00.000Z',
    });
  });

  it('takes a freeze that is long by itself as meant, but tells which windows it covers', () => {
    // From 19 December to 4 January there are Tuesdays 22 and 29 and Thursdays 24 and 31.
    expect(
      warnings([mornings, yearEnd]).map(({ type, from }) => [
        type,
        from.slice(0, 10),
      ]),
    ).toEqual([
      ['window-covered', '2026-12-22'],
      ['window-covered', '2026-12-24'],
      ['window-covered', '2026-12-29'],
      ['window-covered', '2026-12-31'],
    ]);
  });

  it('has nothing to say of rules that leave time', () => {
    expect(warnings([weekend, mornings])).toEqual([]);
  });
});
