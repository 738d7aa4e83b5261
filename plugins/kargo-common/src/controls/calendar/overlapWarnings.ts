import { inWords } from '../duration';
import type { CalendarRule } from './calendarRule';
import { inScope, type CalendarSubject } from './calendarScope';
import { closedTimes } from './closedTimes';
import { union, type Interval } from './interval';
import { occurrencesOf } from './occurrences';

const DAY_MILLIS = 86_400_000;
const LOOK_AHEAD_MILLIS = 180 * DAY_MILLIS;
const LONG_CLOSURE_MILLIS = 14 * DAY_MILLIS;

/**
 * A pair of rules that probably nobody meant. Times are ISO 8601.
 *
 * @public
 */
export interface OverlapWarning {
  readonly type: 'no-window-left' | 'window-covered';
  readonly message: string;
  readonly rules: readonly string[];
  readonly from: string;
  readonly to: string;
}

/**
 * What in the calendar of a stage works against itself in the next 180 days: rules that only together leave no time to
 * promote for two weeks or more, and change windows that lie wholly within a freeze. A freeze that is long by itself is
 * meant to be.
 *
 * @public
 */
export function overlapWarnings(options: {
  readonly rules: readonly CalendarRule[];
  readonly subject: CalendarSubject;
  readonly from: string;
}): OverlapWarning[] {
  const start = Date.parse(options.from);
  const frame = { start, end: start + LOOK_AHEAD_MILLIS };
  return [
    ...longClosures({ ...options, frame }),
    ...coveredWindows({ ...options, frame }),
  ];
}

interface Look {
  readonly rules: readonly CalendarRule[];
  readonly subject: CalendarSubject;
  readonly frame: Interval;
}

function longClosures(look: Look): OverlapWarning[] {
  const { closures } = closedTimes({ ...look, changeWindowRequired: false });
  return union(closures.flatMap(({ intervals }) => intervals))
    .map(interval => clip(interval, look.frame))
    .filter(interval => lengthOf(interval) >= LONG_CLOSURE_MILLIS)
    .flatMap(interval => {
      const parts = closures
        .map(closure => ({
          closure,
          longest: Math.max(
            0,
            ...closure.intervals.map(part => lengthOf(clip(part, interval))),
          ),
        }))
        .filter(({ longest }) => longest > 0);
      if (parts.some(({ longest }) => longest >= LONG_CLOSURE_MILLIS)) {
        return [];
      }
      const rules = parts.flatMap(({ closure }) =>
        closure.rules.map(rule => rule.id),
      );
      return [
        {
          type: 'no-window-left' as const,
          message: `Together, ${rules.join(
            ' and ',
          )} leave no time to promote for ${inWords(lengthOf(interval))}.`,
          rules,
          ...times(interval),
        },
      ];
    });
}

function coveredWindows({ rules, subject, frame }: Look): OverlapWarning[] {
  const applying = rules
    .filter(rule => inScope(rule.scope, subject))
    .map(rule => ({ rule, occurrences: occurrencesOf(rule, frame) }));
  const freezes = applying.flatMap(({ rule, occurrences }) =>
    rule.kind === 'deny' && occurrences.status === 'known'
      ? [{ rule, intervals: union(occurrences.intervals) }]
      : [],
  );
  return applying
    .filter(({ rule }) => rule.kind === 'allow')
    .flatMap(({ rule, occurrences }) =>
      occurrences.status === 'known'
        ? occurrences.intervals.map(window => ({ rule, window }))
        : [],
    )
    .flatMap(({ rule, window }) => {
      const freeze = freezes.find(({ intervals }) =>
        intervals.some(
          ({ start, end }) => start <= window.start && window.end <= end,
        ),
      );
      return freeze
        ? [
            {
              type: 'window-covered' as const,
              message: `A change window of ${rule.id} lies wholly within the freeze ${freeze.rule.id}.`,
              rules: [rule.id, freeze.rule.id],
              ...times(clip(window, frame)),
            },
          ]
        : [];
    });
}

function clip(interval: Interval, frame: Interval): Interval {
  return {
    start: Math.max(interval.start, frame.start),
    end: Math.min(interval.end, frame.end),
  };
}

function lengthOf({ start, end }: Interval): number {
  return end - start;
}

function times({ start, end }: Interval): Pick<OverlapWarning, 'from' | 'to'> {
  return {
    from: new Date(start).toISOString(),
    to: new Date(end).toISOString(),
  };
}
