import {
  upcoming,
  type CalendarRule,
  type CalendarSubject,
} from '../controls/calendar';
import type { CalendarRuleView } from './calendarContract';
import type { CalendarFrame } from './calendarQuery';
import type { CalendarStage } from './CalendarStage';
import type { SayingSame } from './SayingSame';
import { shortened, timesOfEach } from './shortened';
import { stageSet } from './stageSet';

interface RuleRow {
  readonly rule: CalendarRule;
  readonly subjects: CalendarSubject[];
}

/** The rules of some stages, each once, those that begin first before others. */
export function calendarRuleViews(options: {
  readonly stages: readonly CalendarStage[];
  readonly frame: CalendarFrame;
  readonly same: SayingSame;
}): CalendarRuleView[] {
  const { stages, frame, same } = options;
  const rows = new Map<string, RuleRow>();
  for (const { rules, subject } of stages) {
    for (const key of same.keysOf(rules)) {
      const row = rows.get(key);
      if (row) row.subjects.push(subject);
      else {
        const rule = rules.find(one => same.keyOf(one) === key);
        if (rule) rows.set(key, { rule, subjects: [subject] });
      }
    }
  }
  const maxTimes = timesOfEach(rows.size);
  return [...rows.values()]
    .map(row => viewOf(row, frame, same, maxTimes))
    .sort((left, right) => compare(beginning(left), beginning(right)));
}

function viewOf(
  { rule, subjects }: RuleRow,
  frame: CalendarFrame,
  same: SayingSame,
  maxTimes: number,
): CalendarRuleView {
  const { entries, problems } = upcoming({ rules: [rule], ...frame });
  const { shown, more } = shortened(entries, maxTimes);
  const { title, reason, kind, owner, schedule } = rule;
  return {
    id: same.idOf(rule),
    title,
    reason,
    kind,
    owner,
    timeZone: 'timeZone' in schedule ? schedule.timeZone : undefined,
    recurrence: recurrenceOf(schedule),
    stages: stageSet(subjects),
    times: shown.map(({ start, end }) => ({ start, end })),
    moreTimes: more,
    problem: problems[0]?.problem,
  };
}

function recurrenceOf(schedule: CalendarRule['schedule']): string | undefined {
  switch (schedule.type) {
    case 'recurring':
      return schedule.rule;
    case 'cron':
      return schedule.expression;
    default:
      return undefined;
  }
}

/** What cannot be told comes first: somebody has to look at it. */
function beginning({ problem, times }: CalendarRuleView): string {
  if (problem) return '';
  // Later than any time.
  return times.length === 0 ? '~' : times[0].start ?? '0';
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
