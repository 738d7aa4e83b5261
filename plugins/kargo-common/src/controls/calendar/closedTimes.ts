import { calendarKey, type CalendarRule } from './calendarRule';
import { inScope, type CalendarSubject } from './calendarScope';
import { gaps, union, type Interval } from './interval';
import { occurrencesOf } from './occurrences';

/** Why a stage is closed at some times: one freeze, or the change windows of one calendar of which none is open. */
export interface Closure {
  readonly cause: 'freeze' | 'no-open-window' | 'no-window-defined';
  readonly rules: readonly CalendarRule[];
  readonly intervals: readonly Interval[];
}

/** A rule whose times cannot be told. */
export interface UnreadableRule {
  readonly rule: CalendarRule;
  readonly reason: string;
}

/** When a stage is closed within a frame, and why. */
export interface ClosedTimes {
  readonly closures: readonly Closure[];
  readonly unreadable: readonly UnreadableRule[];
}

/** When a stage is closed within a frame: when any closure is. */
export function closedTimes(options: {
  readonly rules: readonly CalendarRule[];
  readonly subject: CalendarSubject;
  readonly changeWindowRequired: boolean;
  readonly frame: Interval;
}): ClosedTimes {
  const { subject, changeWindowRequired, frame } = options;
  const rules = options.rules.filter(rule => inScope(rule.scope, subject));
  const read = rules.map(rule => ({
    rule,
    occurrences: occurrencesOf(rule, frame),
  }));
  const intervals = new Map(
    read.flatMap(({ rule, occurrences }) =>
      occurrences.status === 'known' ? [[rule, occurrences.intervals]] : [],
    ),
  );
  const windows = rules.filter(rule => rule.kind === 'allow');
  return {
    closures: [
      ...rules
        .filter(rule => rule.kind === 'deny')
        .map(rule => ({
          cause: 'freeze' as const,
          rules: [rule],
          intervals: union(intervals.get(rule) ?? []),
        })),
      ...byCalendar(windows).map(together => ({
        cause: 'no-open-window' as const,
        rules: together,
        intervals: gaps(
          together.flatMap(rule => intervals.get(rule) ?? []),
          frame,
        ),
      })),
      ...(changeWindowRequired && windows.length === 0
        ? [
            {
              cause: 'no-window-defined' as const,
              rules: [],
              intervals: [frame],
            },
          ]
        : []),
    ],
    unreadable: read.flatMap(({ rule, occurrences }) =>
      occurrences.status === 'unknown'
        ? [{ rule, reason: occurrences.reason }]
        : [],
    ),
  };
}

function byCalendar(rules: readonly CalendarRule[]): CalendarRule[][] {
  const calendars = new Map<string, CalendarRule[]>();
  for (const rule of rules) {
    const key = calendarKey(rule.owner);
    calendars.set(key, [...(calendars.get(key) ?? []), rule]);
  }
  return [...calendars.values()];
}
