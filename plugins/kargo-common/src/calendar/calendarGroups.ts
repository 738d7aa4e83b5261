import type { CalendarSubject } from '../controls/calendar';
import { closedTimes } from '../controls/calendar/closedTimes';
import { union } from '../controls/calendar/interval';
import {
  calendarStateSchema,
  type CalendarGroup,
  type CalendarSpan,
} from './calendarContract';
import type { CalendarFrame } from './calendarQuery';
import type { CalendarStage } from './CalendarStage';
import type { SayingSame } from './SayingSame';
import { shortened } from './shortened';
import { stageSet } from './stageSet';

/** Stages to which rules apply that say the same. */
export interface StageGroup {
  readonly first: CalendarStage;
  readonly subjects: readonly CalendarSubject[];
}

/** Puts stages together that the calendar does not tell apart. */
export function groupStages(
  stages: readonly CalendarStage[],
  same: SayingSame,
): StageGroup[] {
  const groups = new Map<
    string,
    { readonly first: CalendarStage; readonly subjects: CalendarSubject[] }
  >();
  for (const stage of stages) {
    const key = [stage.changeWindowRequired, ...same.keysOf(stage.rules)].join(
      '\n',
    );
    const group = groups.get(key);
    if (group) group.subjects.push(stage.subject);
    else groups.set(key, { first: stage, subjects: [stage.subject] });
  }
  return [...groups.values()];
}

const URGENCY = { closed: 0, unknown: 1, open: 2 } as const;

/** Closed ones first, then those that close next, then the larger ones. */
export function compareGroups(left: StageGroup, right: StageGroup): number {
  const order = (group: StageGroup): readonly (number | string)[] => {
    const { state } = group.first;
    return [
      URGENCY[state.status],
      state.status === 'unknown' ? '' : state.until ?? '~',
      -group.subjects.length,
    ];
  };
  const [first, second] = [order(left), order(right)];
  const index = first.findIndex((value, place) => value !== second[place]);
  if (index === -1) return 0;
  return first[index] < second[index] ? -1 : 1;
}

/** A group as it is shown. */
export function calendarGroupView(
  { first, subjects }: StageGroup,
  frame: CalendarFrame,
  same: SayingSame,
  maxTimes: number,
): CalendarGroup {
  const { shown, more } = shortened(closedSpans(first, frame), maxTimes);
  return {
    stages: stageSet(subjects),
    state: calendarStateSchema.parse(first.state),
    rules: [...new Set(first.rules.map(rule => same.idOf(rule)))],
    closed: shown,
    moreClosed: more,
  };
}

function closedSpans(
  { rules, subject, changeWindowRequired }: CalendarStage,
  { from, to }: CalendarFrame,
): CalendarSpan[] {
  const frame = { start: Date.parse(from), end: Date.parse(to) };
  const { closures } = closedTimes({
    rules,
    subject,
    changeWindowRequired,
    frame,
  });
  return union(closures.flatMap(({ intervals }) => intervals))
    .filter(({ start, end }) => start < frame.end && end > frame.start)
    .map(({ start, end }) => ({
      start: start > frame.start ? new Date(start).toISOString() : undefined,
      end: end < frame.end ? new Date(end).toISOString() : undefined,
    }));
}
