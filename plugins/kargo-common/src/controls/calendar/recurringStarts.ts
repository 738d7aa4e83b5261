import { DateTime } from 'luxon';
import { RRuleTemporal } from 'rrule-temporal';
import { recurrenceRuleSchema } from './recurrenceRule';
import { inZone, readWallTime, type WallTime } from './wallTime';

const DAY_MILLIS = 86_400_000;

/** The last moment at which a window may begin. */
interface Until {
  readonly wall?: WallTime;
  readonly instant?: number;
}

/**
 * Local times between two others at which a recurring window begins.
 *
 * The library counts on a clock that never changes, here and for rules of Argo CD alike; one place makes instants of
 * what the clock shows. UNTIL may be an instant, so it is taken out of the rule and applied to the result.
 *
 * @throws where the rule cannot be evaluated
 *
 * @see RFC 5545, section 3.3.10
 */
export function recurringStarts(options: {
  readonly start: string;
  readonly rule: string | undefined;
  readonly timeZone: string;
  readonly from: WallTime;
  readonly to: WallTime;
}): WallTime[] {
  const { timeZone, from, to } = options;
  const first = readWallTime(options.start);
  if (first === undefined) {
    throw new RangeError(`"${options.start}" is no local time`);
  }
  if (options.rule === undefined) {
    return first >= from && first < to ? [first] : [];
  }
  const parts = recurrenceRuleSchema.parse(options.rule).split(';');
  const repeating = parts.filter(part => !/^UNTIL=/i.test(part)).join(';');
  const until = readUntil(parts.find(part => /^UNTIL=/i.test(part)));
  const start = DateTime.fromMillis(first, { zone: 'utc' });
  const recurrence = new RRuleTemporal({
    rruleString: `DTSTART:${start.toFormat(
      "yyyyMMdd'T'HHmmss'Z'",
    )}\nRRULE:${repeating}`,
  });
  return recurrence
    .between(new Date(from), new Date(to), true)
    .map(occurrence => occurrence.epochMilliseconds)
    .filter(wall => isBefore(wall, until, timeZone));
}

function readUntil(part: string | undefined): Until {
  if (!part) return {};
  const value = part.slice('UNTIL='.length).toLocaleUpperCase('en-US');
  const read = (format: string) =>
    DateTime.fromFormat(value, format, { zone: 'utc' }).toMillis();
  if (value.endsWith('Z')) return { instant: read("yyyyMMdd'T'HHmmss'Z'") };
  if (value.includes('T')) return { wall: read("yyyyMMdd'T'HHmmss") };
  return { wall: read('yyyyMMdd') + DAY_MILLIS - 1 };
}

function isBefore(wall: WallTime, until: Until, timeZone: string): boolean {
  if (until.wall !== undefined) return wall <= until.wall;
  if (until.instant === undefined) return true;
  const time = inZone(wall, timeZone);
  return (time.status === 'once' ? time.millis : time.shifted) <= until.instant;
}
