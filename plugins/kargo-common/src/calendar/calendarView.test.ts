import {
  argoCdWindowRules,
  freezeStateAt,
  type CalendarRule,
  type CalendarSubject,
} from '../controls/calendar';
import {
  mornings,
  prod,
  ruleOf,
  weekend,
  yearEnd,
} from '../controls/calendar/calendarRule.fixture';
import { calendarSchema } from './calendarContract';
import { calendarHeadline } from './calendarHeadline';
import type { CalendarStage } from './CalendarStage';
import { calendarView } from './calendarView';

const at = new Date('2026-12-21T12:00:00Z');
const frame = {
  from: '2026-12-18T00:00:00.000Z',
  to: '2027-01-15T00:00:00.000Z',
};

function stageOf(
  stage: string,
  rules: readonly CalendarRule[],
  more: Partial<CalendarSubject> = {},
): CalendarStage {
  const subject = { ...prod, stage, ...more };
  return {
    subject,
    changeWindowRequired: false,
    rules,
    state: freezeStateAt({
      rules,
      subject,
      changeWindowRequired: false,
      at: at.toISOString(),
    }),
  };
}

const view = (stages: readonly CalendarStage[]) =>
  calendarView({ stages, frame, at, sources: [], notices: [] });

const sentence = (stages: readonly CalendarStage[]) =>
  calendarHeadline(view(stages), {
    timeZone: 'Europe/Zurich',
    now: at.toISOString(),
  });

const frozen = [yearEnd, mornings];

describe('calendarView', () => {
  it('puts stages with the same rules together, closed ones first', () => {
    const { groups, counts } = view([
      stageOf('test', []),
      stageOf('prod-eu', frozen),
      stageOf('prod-us', frozen),
    ]);
    expect(counts).toEqual({ open: 1, closed: 2, unknown: 0 });
    expect(
      groups.map(({ stages, state }) => [
        stages.shown.map(({ stage }) => stage),
        state.status,
      ]),
    ).toEqual([
      [['prod-eu', 'prod-us'], 'closed'],
      [['test'], 'open'],
    ]);
  });

  it('shows when nothing may be promoted, within the frame', () => {
    const { groups } = view([stageOf('prod', [yearEnd])]);
    // From 18:00 in Zurich, which is 17:00 UTC, for sixteen days.
    expect(groups[0].closed).toEqual([
      { start: '2026-12-19T17:00:00.000Z', end: '2027-01-04T17:00:00.000Z' },
    ]);
    const { groups: cut } = calendarView({
      stages: [stageOf('prod', [yearEnd])],
      frame: {
        from: '2026-12-20T00:00:00.000Z',
        to: '2026-12-30T00:00:00.000Z',
      },
      at,
      sources: [],
      notices: [],
    });
    expect(cut[0].closed).toEqual([{ start: undefined, end: undefined }]);
  });

  it('gives each rule once, with its times, zone and stages', () => {
    const { rules } = view([
      stageOf('prod-eu', frozen),
      stageOf('prod-us', frozen),
    ]);
    expect(rules).toMatchObject([
      {
        id: 'year-end',
        kind: 'deny',
        times: [
          {
            start: '2026-12-19T17:00:00.000Z',
            end: '2027-01-04T17:00:00.000Z',
          },
        ],
      },
      {
        id: 'mornings',
        kind: 'allow',
        timeZone: 'Europe/Zurich',
        recurrence: 'FREQ=WEEKLY;BYDAY=TU,TH',
        stages: { total: 2 },
      },
    ]);
    // Tuesdays and Thursdays from 18 December to 14 January: 22, 24, 29, 31, 5, 7, 12, 14.
    expect(rules[1].times).toHaveLength(8);
  });

  it('shows a sync window of several applications once', () => {
    const windows = [
      {
        kind: 'deny',
        schedule: '0 22 * * *',
        duration: '8h',
        applications: ['*'],
      },
    ];
    const ofApp = (stage: string) =>
      stageOf(
        stage,
        argoCdWindowRules({
          windows,
          controlPlane: 'emea',
          appProject: 'shop',
          application: { name: `orders-${stage}`, destination: {} },
          project: 'orders',
          stage,
        }),
      );
    const { rules, groups } = view([ofApp('prod-eu'), ofApp('prod-us')]);
    expect(rules).toMatchObject([
      { title: 'sync window 1 of shop', stages: { total: 2 } },
    ]);
    expect(groups).toMatchObject([
      { stages: { total: 2 }, rules: [rules[0].id] },
    ]);
  });

  it('counts how often windows lie in a freeze', () => {
    const { overlaps } = view([stageOf('prod', frozen)]);
    // 22, 24, 29 and 31 December; the freeze ends on 4 January.
    expect(overlaps).toMatchObject([
      {
        type: 'window-covered',
        rules: ['mornings', 'year-end'],
        times: 4,
        from: '2026-12-22T08:00:00.000Z',
      },
    ]);
  });

  it('says of several groups once what works against itself', () => {
    const { groups, overlaps } = view([
      stageOf('prod-eu', frozen),
      stageOf('prod-us', [...frozen, weekend]),
    ]);
    expect(groups).toHaveLength(2);
    expect(overlaps.map(({ rules, stages }) => [rules, stages.total])).toEqual([
      [['mornings', 'year-end'], 2],
    ]);
  });

  it('says why a rule cannot be read, before all others', () => {
    const broken: CalendarRule = {
      ...yearEnd,
      id: 'broken',
      schedule: { type: 'unreadable', reason: 'it has no start' },
    };
    const { rules, counts } = view([stageOf('prod', [mornings, broken])]);
    expect(rules[0]).toMatchObject({
      id: 'broken',
      problem: 'it has no start',
      times: [],
    });
    // On a Monday no change window is open, whatever the other rule says.
    expect(counts).toEqual({ open: 0, closed: 1, unknown: 0 });
  });

  it('counts what would make it too long', () => {
    const stages = Array.from({ length: 130 }, (_, index) =>
      stageOf(`stage-${index}`, [
        ruleOf({
          name: `rule-${index}`,
          start: '2026-12-19T18:00',
          duration: { days: 1 },
        }),
      ]),
    );
    const { groups, moreGroups, rules, moreRules } = view(stages);
    expect([groups.length, moreGroups]).toEqual([50, 80]);
    expect([rules.length, moreRules]).toEqual([100, 30]);
    const [group] = view(
      Array.from({ length: 30 }, (_, index) => stageOf(`s-${index}`, frozen)),
    ).groups;
    expect([group.stages.total, group.stages.shown.length]).toEqual([30, 12]);
  });

  it('keeps all times together few enough, and counts the others', () => {
    const hourly = Array.from({ length: 40 }, (_, index) =>
      ruleOf({
        name: `rule-${index}`,
        start: '2026-12-01T00:00',
        rrule: 'FREQ=HOURLY',
        duration: { minutes: 1 },
      }),
    );
    const { rules, groups } = view([stageOf('prod', hourly)]);
    // 28 days with 24 times each; 40 rules share 3,000.
    expect(rules[0].times).toHaveLength(75);
    expect(rules[0].moreTimes).toBe(28 * 24 - 75);
    expect(groups[0].closed).toHaveLength(120);
    expect(groups[0].moreClosed).toBe(28 * 24 - 120);
  });

  it('is as the contract says', () => {
    const answer = view([stageOf('prod', frozen), stageOf('test', [])]);
    expect(calendarSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(
      JSON.parse(JSON.stringify(answer)),
    );
  });
});

describe('calendarHeadline', () => {
  it.each<[string, readonly CalendarStage[]]>([
    ['There is no stage here.', []],
    [
      // The first change window after the freeze.
      'Frozen until Tue 5 Jan 2027 09:00 by rule year-end; 1 rule works against another.',
      [stageOf('prod-eu', frozen), stageOf('prod-us', frozen)],
    ],
    ['Open; no freeze is known.', [stageOf('test', [])]],
    [
      '1 of 2 stages is closed, the first ones: frozen until Mon 4 Jan 2027 18:00 by rule year-end.',
      [stageOf('prod', [yearEnd]), stageOf('test', [])],
    ],
  ])('says: %s', (expected, stages) => {
    expect(sentence(stages)).toBe(expected);
  });

  it('tells the next freeze, and what is unknown', () => {
    const holidays = ruleOf({
      name: 'holidays',
      start: '2026-12-25T18:00',
      duration: { hours: 62 },
    });
    expect(sentence([stageOf('prod', [holidays]), stageOf('test', [])])).toBe(
      'All 2 stages are open, the first ones: open until Fri 18:00, then frozen by rule holidays.',
    );
    const broken: CalendarRule = {
      ...yearEnd,
      schedule: { type: 'unreadable', reason: 'it has no start' },
    };
    expect(
      sentence([
        stageOf('prod', [broken]),
        stageOf('uat', []),
        stageOf('test', []),
      ]),
    ).toBe(
      '2 of 3 stages are open and no freeze is known; of 1 stage it is unknown.',
    );
  });
});
