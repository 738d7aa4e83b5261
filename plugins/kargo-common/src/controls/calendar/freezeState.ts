import type { CalendarOwner, CalendarRule } from './calendarRule';
import { inScope, type CalendarSubject } from './calendarScope';
import { closedTimes, type Closure, type ClosedTimes } from './closedTimes';
import { contains, union } from './interval';

const DAY_MILLIS = 86_400_000;

/** Most changes are near; only where none is, it is looked for further ahead. */
const NEAR_HORIZONS_DAYS = [14, 60];
const LAST_HORIZON_DAYS = 400;

/**
 * A rule as it is told to people.
 *
 * @public
 */
export interface RuleReference {
  readonly id: string;
  readonly title: string;
  readonly reason?: string;
  readonly owner: CalendarOwner;
}

/**
 * Why promotions are closed: a freeze, change windows of which none is open, or a change window that the risk class
 * needs and nobody defined (then there is no rule).
 *
 * @public
 */
export interface FreezeCause {
  readonly cause: 'freeze' | 'no-open-window' | 'no-window-defined';
  readonly rules: readonly RuleReference[];
  /** When this cause ends, ISO 8601; absent where no end is known. */
  readonly until?: string;
}

/** @public */
export interface RuleProblem {
  readonly rule: RuleReference;
  readonly problem: string;
}

/**
 * Whether promotions to a stage are open at a time. `until` is the next change, ISO 8601, absent where none is known
 * within 400 days. `unknown`: a freeze that may be in force cannot be read.
 *
 * @public
 */
export type FreezeState =
  | {
      readonly status: 'open';
      readonly until?: string;
      /** Why it closes then. */
      readonly closesBy: readonly FreezeCause[];
      readonly problems: readonly RuleProblem[];
    }
  | {
      readonly status: 'closed';
      readonly until?: string;
      readonly causes: readonly FreezeCause[];
      readonly problems: readonly RuleProblem[];
    }
  | { readonly status: 'unknown'; readonly problems: readonly RuleProblem[] };

/** What is asked of the calendar. */
interface Question {
  readonly rules: readonly CalendarRule[];
  readonly subject: CalendarSubject;
  /** Whether the risk class needs a change window. */
  readonly changeWindowRequired: boolean;
  /** ISO 8601. */
  readonly at: string;
}

/**
 * Whether promotions to a stage are open at a time, until when, and by whose rules.
 *
 * Each calendar (config, a risk class, the windows of Kargo, those of an application in Argo CD) is open while no freeze
 * in it is in force and, if it has change windows, one of them is; a stage is open while all its calendars are.
 *
 * @public
 */
export function freezeStateAt(question: Question): FreezeState {
  const at = Date.parse(question.at);
  if (Number.isNaN(at)) throw new RangeError(`"${question.at}" is no time`);
  const rules = question.rules.filter(rule =>
    inScope(rule.scope, question.subject),
  );
  const lookAhead = (days: number) =>
    within({ ...question, rules }, at, at + days * DAY_MILLIS);
  // Without rules the answer is the same at any time.
  if (rules.length === 0) return lookAhead(LAST_HORIZON_DAYS);
  for (const days of NEAR_HORIZONS_DAYS) {
    const state = lookAhead(days);
    if (state.status === 'unknown' || state.until !== undefined) return state;
  }
  return lookAhead(LAST_HORIZON_DAYS);
}

function within(question: Question, at: number, end: number): FreezeState {
  const times = closedTimes({ ...question, frame: { start: at, end } });
  const problems = times.unreadable.map(({ rule, reason }) => ({
    rule: reference(rule),
    problem: reason,
  }));
  const closed = union(times.closures.flatMap(({ intervals }) => intervals));
  const now = closed.find(interval => contains(interval, at));
  if (now) {
    return {
      status: 'closed',
      until: timeWithin(now.end, end),
      causes: causesAt(times, at, end),
      problems,
    };
  }
  if (times.unreadable.some(({ rule }) => rule.kind === 'deny')) {
    return { status: 'unknown', problems };
  }
  const next = closed.find(interval => interval.start > at);
  return {
    status: 'open',
    until: next && timeWithin(next.start, end),
    closesBy: next ? causesAt(times, next.start, end) : [],
    problems,
  };
}

/** A time at the very end of what was looked at is the end of the looking only. */
function timeWithin(millis: number, end: number): string | undefined {
  return millis < end ? new Date(millis).toISOString() : undefined;
}

function causesAt(times: ClosedTimes, at: number, end: number): FreezeCause[] {
  return times.closures.flatMap((closure: Closure) => {
    const interval = closure.intervals.find(candidate =>
      contains(candidate, at),
    );
    return interval
      ? [
          {
            cause: closure.cause,
            rules: closure.rules.map(reference),
            until: timeWithin(interval.end, end),
          },
        ]
      : [];
  });
}

function reference(rule: CalendarRule): RuleReference {
  const { id, title, reason, owner } = rule;
  return { id, title, reason, owner };
}
