import { acts, names } from './__testUtils__/activities';
import { context, NOW } from './__testUtils__/context';
import { cohortRetention, type Week } from './cohortRetention';

describe('cohortRetention', () => {
  // Weeks in Stockholm, cut by hand: that of the change of clocks on 2026-10-25 has 169 hours.
  const starts = [
    '10-12T00:00+02',
    '10-19T00:00+02',
    '10-26T00:00+01',
    '11-02T00:00+01',
  ];
  const weeks: Week[] = starts.map((start, index) => ({
    name: `2026-W${42 + index}`,
    start: Date.parse(`2026-${start}:00`),
    end: Date.parse(`2026-${[...starts, '11-09T00:00+01'][index + 1]}:00`),
  }));
  const [first, second, third, fourth] = weeks;

  it('cuts a week of 169 hours where its zone does', () => {
    expect((second.end - second.start) / 3_600_000).toBe(169);
    const lastHour = second.end - 1;
    expect(
      cohortRetention(acts(names(5), lastHour), weeks, context()),
    ).toMatchObject({ value: [{}, { week: '2026-W43', people: 5 }, {}, {}] });
  });

  it('follows those who began together', () => {
    const activities = [
      ...acts(names(20), first.start),
      ...acts(names(10), second.start),
      ...acts(names(20), third.start),
      ...acts(names(7, 'later'), second.start),
      ...acts(['bot'], first.start, { actorKind: 'agent' }),
      ...acts(names(5, 'veteran'), first.start - 1),
      ...acts(names(5, 'veteran'), first.start),
    ];
    expect(cohortRetention(activities, weeks, context())).toMatchObject({
      value: [
        {
          week: '2026-W42',
          people: 20,
          retained: [{ value: 0.5, n: 20 }, { value: 1 }, { value: 0 }],
        },
        { people: 7, retained: [{ value: 0 }, { value: 0 }] },
        { retained: [undefined] },
        { retained: [] },
      ],
      n: 27,
    });
  });

  it('singles nobody out', () => {
    const activities = [
      ...acts(names(4), first.start),
      ...acts(names(12, 'second'), second.start),
      ...acts(names(9, 'second'), third.start),
      ...acts(names(3, 'second'), fourth.start),
    ];
    const answer = cohortRetention(activities, weeks, context());
    expect(answer).not.toHaveProperty('value.0.people');
    expect(answer).toMatchObject({
      value: [{}, { people: 12, retained: [undefined, undefined] }, {}, {}],
      n: 12,
      denominator: 12,
    });
  });

  it('waits until a week is over', () => {
    expect(
      cohortRetention(
        acts(names(5), first.start),
        weeks,
        context({ asOf: second.end - 1, readAt: NOW }),
      ),
    ).toMatchObject({ value: [{ people: 5, retained: [] }] });
    expect(cohortRetention([], weeks, context())).toMatchObject({
      kind: 'unknown',
      reason: { code: 'no-data' },
    });
  });
});
