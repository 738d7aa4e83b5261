import type { CalendarSpan } from '@fairway/plugin-kargo-common';
import { DateTime } from 'luxon';

/** The time that a timeline shows. */
export interface TimelineFrame {
  readonly from: string;
  readonly to: string;
}

/** A part of a timeline, in percent of its width. */
export interface TimelinePart {
  readonly left: number;
  readonly width: number;
}

/** So many days get a line each; more of them get one for each week. */
const MAX_DAYS = 15;

/** Where a time is, in percent; outside of the frame it is at its edge. */
export function placeOf(millis: number, { from, to }: TimelineFrame): number {
  const start = Date.parse(from);
  const share = (millis - start) / (Date.parse(to) - start);
  return Math.min(1, Math.max(0, share)) * 100;
}

/** Where a span is; what has no beginning or end goes to the edge. */
export function partOf(span: CalendarSpan, frame: TimelineFrame): TimelinePart {
  const left = span.start ? placeOf(Date.parse(span.start), frame) : 0;
  const right = span.end ? placeOf(Date.parse(span.end), frame) : 100;
  return { left, width: Math.max(0, right - left) };
}

/** The beginnings of days or, in a long frame, of weeks, by the clock of the reader. */
export function ticksOf(
  frame: TimelineFrame,
  zone?: string,
): ReadonlyArray<{ readonly left: number; readonly label: string }> {
  const from = DateTime.fromISO(frame.from, { zone });
  const to = DateTime.fromISO(frame.to, { zone });
  const unit = to.diff(from, 'days').days <= MAX_DAYS ? 'day' : 'week';
  const ticks = [];
  let time = from.startOf(unit).plus({ [`${unit}s`]: 1 });
  while (time < to) {
    ticks.push({
      left: placeOf(time.toMillis(), frame),
      label: time.setLocale('en-GB').toFormat('d LLL'),
    });
    time = time.plus({ [`${unit}s`]: 1 });
  }
  return ticks;
}
