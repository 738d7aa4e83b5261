import { DateTime, Duration } from 'luxon';
import { durationMillis } from '../duration';
import { toErrorMessage } from '../errorMessage';
import type { CalendarRule, Schedule } from './calendarRule';
import { cronStarts } from './cronStarts';
import { overlap, type Interval } from './interval';
import { recurringStarts } from './recurringStarts';
import { steadyOffset } from './steadyOffset';
import { inZone, wallTimeAt, type WallTime } from './wallTime';

const DAY_MILLIS = 86_400_000;

/** Times of a rule within a frame, or why they cannot be told. */
export type Occurrences =
  | { readonly status: 'known'; readonly intervals: readonly Interval[] }
  | { readonly status: 'unknown'; readonly reason: string };

interface Computed {
  readonly kind: CalendarRule['kind'];
  readonly frame: Interval;
  readonly occurrences: Occurrences;
}

/** Spares the work where many stages ask about the same schedule; the answer is the same without it. */
const computed = new WeakMap<Schedule, Computed>();

/** Times of a rule that share time with a frame, in the order of their beginnings. */
export function occurrencesOf(
  rule: CalendarRule,
  frame: Interval,
): Occurrences {
  const known = computed.get(rule.schedule);
  const found =
    known?.kind === rule.kind && covers(known.frame, frame)
      ? known
      : compute(rule, frame);
  computed.set(rule.schedule, found);
  const { occurrences } = found;
  return occurrences.status === 'unknown'
    ? occurrences
    : {
        status: 'known',
        intervals: occurrences.intervals.filter(interval =>
          overlap(interval, frame),
        ),
      };
}

function covers(outer: Interval, inner: Interval): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whole days, so that what is computed serves until tomorrow. */
function compute(rule: CalendarRule, wanted: Interval): Computed {
  const frame = {
    start: Math.floor(wanted.start / DAY_MILLIS) * DAY_MILLIS,
    end: (Math.ceil(wanted.end / DAY_MILLIS) + 1) * DAY_MILLIS,
  };
  try {
    const intervals = intervalsOf(rule, frame)
      .filter(interval => overlap(interval, frame))
      .sort((left, right) => left.start - right.start);
    return {
      kind: rule.kind,
      frame,
      occurrences: { status: 'known', intervals },
    };
  } catch (error) {
    const reason = toErrorMessage(error);
    return {
      kind: rule.kind,
      frame,
      occurrences: { status: 'unknown', reason },
    };
  }
}

function intervalsOf(rule: CalendarRule, frame: Interval): Interval[] {
  const { schedule } = rule;
  if (schedule.type === 'unreadable') throw new RangeError(schedule.reason);
  if (schedule.type === 'interval') {
    return [
      {
        start: schedule.from ? millisOf(schedule.from) : -Infinity,
        end: schedule.until ? millisOf(schedule.until) : Infinity,
      },
    ];
  }
  const { timeZone, duration } = schedule;
  const length = Duration.fromISO(duration);
  // One that began earlier may still last. A day more makes up for what clocks do.
  const from =
    wallTimeAt(frame.start, timeZone) - durationMillis(duration) - DAY_MILLIS;
  const to = wallTimeAt(frame.end, timeZone) + DAY_MILLIS;
  return startsOf(schedule, from, to).flatMap(wall => {
    const start = startInstant(wall, timeZone, rule.kind);
    return start === undefined
      ? []
      : [{ start, end: endOf(start, timeZone, length) }];
  });
}

function startsOf(
  schedule: Extract<Schedule, { timeZone: string }>,
  from: WallTime,
  to: WallTime,
): WallTime[] {
  return schedule.type === 'recurring'
    ? recurringStarts({ ...schedule, from, to })
    : cronStarts({
        expression: schedule.expression,
        durationMillis: durationMillis(schedule.duration),
        from,
        to,
      });
}

/**
 * A window that would begin while clocks skip an hour does not take place (RFC 5545, section 3.3.10). A freeze does: it
 * must not fall away since clocks changed.
 */
function startInstant(
  wall: WallTime,
  timeZone: string,
  kind: CalendarRule['kind'],
): number | undefined {
  const time = inZone(wall, timeZone);
  if (time.status === 'once') return time.millis;
  return kind === 'deny' ? time.shifted : undefined;
}

/** Hours are as long as they are; days are as long as the clocks make them. */
function endOf(start: number, timeZone: string, length: Duration): number {
  const { years, quarters, months, weeks, days } = length;
  const end = start + length.toMillis();
  const isExact = years + quarters + months + weeks + days === 0;
  if (isExact) return end;
  const followsMonths = years + quarters + months > 0;
  return !followsMonths && steadyOffset(timeZone, start, end) !== undefined
    ? end
    : DateTime.fromMillis(start, { zone: timeZone }).plus(length).toMillis();
}

function millisOf(time: string): number {
  const millis = Date.parse(time);
  if (Number.isNaN(millis)) throw new RangeError(`"${time}" is no time`);
  return millis;
}
