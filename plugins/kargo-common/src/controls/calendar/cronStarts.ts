import { CronExpressionParser } from 'cron-parser';
import type { WallTime } from './wallTime';

const FIELDS = 5;
const MINUTE_MILLIS = 60_000;
const MAX_STARTS = 10_000;

/** Windows that overlap by less on the clock may not overlap when clocks go back. */
const CLOCK_CHANGE_MILLIS = 2 * 3_600_000;

/**
 * Local times between two others at which a window of Argo CD begins. Of windows that overlap, those in between are left
 * out: together they last just as long, and a schedule for every minute has half a million a year.
 *
 * @throws where the expression cannot be evaluated
 *
 * @see argoproj/argo-cd pkg/apis/application/v1alpha1/types.go, which takes five fields and no names such as `@daily`
 */
export function cronStarts(options: {
  readonly expression: string;
  readonly durationMillis: number;
  readonly from: WallTime;
  readonly to: WallTime;
}): WallTime[] {
  const { expression, durationMillis, from, to } = options;
  if (expression.trim().split(/\s+/).length !== FIELDS) {
    throw new RangeError(`"${expression}" has not five fields`);
  }
  const starts: WallTime[] = [];
  const skippedMillis = durationMillis - CLOCK_CHANGE_MILLIS;
  let schedule = scheduleAfter(expression, from - 1);
  let start = schedule.next().getTime();
  while (start < to) {
    starts.push(start);
    if (starts.length > MAX_STARTS) {
      throw new RangeError(`"${expression}" begins too many windows`);
    }
    const following = schedule.next().getTime();
    if (following > start + skippedMillis) {
      start = following;
    } else {
      start = lastUpTo(expression, start + skippedMillis);
      schedule = scheduleAfter(expression, start);
    }
  }
  return starts;
}

function scheduleAfter(expression: string, after: WallTime) {
  return CronExpressionParser.parse(expression, {
    currentDate: new Date(after),
    tz: 'UTC',
  });
}

function lastUpTo(expression: string, limit: WallTime): WallTime {
  const schedule = scheduleAfter(expression, limit + MINUTE_MILLIS);
  let previous = schedule.prev().getTime();
  // The minute added lets a window count that begins just when another one ends.
  while (previous > limit) previous = schedule.prev().getTime();
  return previous;
}
