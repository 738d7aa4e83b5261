/** A span of time, from `start` to just before `end`. Milliseconds since the epoch. */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** Intervals in order of time, with those that overlap or touch made one. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  const inOrder = intervals
    .filter(({ start, end }) => start < end)
    .sort((left, right) => left.start - right.start);
  for (const interval of inOrder) {
    const last = merged.at(-1);
    if (last && interval.start <= last.end) {
      merged[merged.length - 1] = {
        start: last.start,
        end: Math.max(last.end, interval.end),
      };
    } else {
      merged.push(interval);
    }
  }
  return merged;
}

/** The parts of a frame that no interval covers. */
export function gaps(
  intervals: readonly Interval[],
  frame: Interval,
): Interval[] {
  const free: Interval[] = [];
  let start = frame.start;
  for (const interval of union(intervals)) {
    if (interval.start > start) {
      free.push({ start, end: Math.min(interval.start, frame.end) });
    }
    start = Math.max(start, interval.end);
    if (start >= frame.end) break;
  }
  if (start < frame.end) free.push({ start, end: frame.end });
  return free.filter(interval => interval.start < interval.end);
}

/** Whether an instant lies in an interval. */
export function contains(interval: Interval, millis: number): boolean {
  return interval.start <= millis && millis < interval.end;
}

/** Whether two intervals share time. */
export function overlap(left: Interval, right: Interval): boolean {
  return left.start < right.end && right.start < left.end;
}
