import type { CalendarRule } from './calendarRule';
import { inScope, type CalendarSubject } from './calendarScope';
import { occurrencesOf } from './occurrences';

/**
 * One time of a rule in the calendar. Times are ISO 8601, absent where the rule has no known beginning or end.
 *
 * @public
 */
export interface CalendarEntry {
  readonly rule: CalendarRule;
  readonly start: string | undefined;
  readonly end: string | undefined;
}

/**
 * What the calendar shows between two times: of all rules, or of those that apply to a stage. Rules that cannot be read
 * are told apart.
 *
 * @public
 */
export function upcoming(options: {
  readonly rules: readonly CalendarRule[];
  readonly subject?: CalendarSubject;
  readonly from: string;
  readonly to: string;
}): {
  readonly entries: readonly CalendarEntry[];
  readonly problems: ReadonlyArray<{
    readonly rule: CalendarRule;
    readonly problem: string;
  }>;
} {
  const { subject } = options;
  const frame = {
    start: Date.parse(options.from),
    end: Date.parse(options.to),
  };
  const read = options.rules
    .filter(rule => !subject || inScope(rule.scope, subject))
    .map(rule => ({ rule, occurrences: occurrencesOf(rule, frame) }));
  return {
    entries: read
      .flatMap(({ rule, occurrences }) =>
        occurrences.status === 'known'
          ? occurrences.intervals.map(interval => ({ rule, interval }))
          : [],
      )
      .sort((left, right) => compare(left.interval.start, right.interval.start))
      .map(({ rule, interval }) => ({
        rule,
        start: toTime(interval.start),
        end: toTime(interval.end),
      })),
    problems: read.flatMap(({ rule, occurrences }) =>
      occurrences.status === 'unknown'
        ? [{ rule, problem: occurrences.reason }]
        : [],
    ),
  };
}

/** Two rules without a beginning are equal, which a difference of infinities is not. */
function compare(left: number, right: number): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function toTime(millis: number): string | undefined {
  return Number.isFinite(millis) ? new Date(millis).toISOString() : undefined;
}
