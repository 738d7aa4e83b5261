import { IANAZone } from 'luxon';

const DAY_MILLIS = 86_400_000;
const MINUTE_MILLIS = 60_000;
const MAX_KNOWN = 100_000;

const known = new Map<string, number>();

/**
 * The offset of a zone from UTC, in milliseconds, where clocks do not change in a span nor a day around it; `undefined`
 * where they may. What clocks do is asked once for each day, since a calendar asks for thousands of times.
 *
 * @param from - milliseconds, of an instant or of a wall
 */
export function steadyOffset(
  zone: string,
  from: number,
  to: number = from,
): number | undefined {
  const first = Math.floor(from / DAY_MILLIS) - 1;
  const last = Math.floor(to / DAY_MILLIS) + 2;
  // Clocks change twice a year at most, in some zones for a month; longer spans are asked about step by step.
  const offset = offsetOn(zone, first);
  for (let day = first + 1; day <= last; day++) {
    if (offsetOn(zone, day) !== offset) return undefined;
  }
  return offset;
}

function offsetOn(zone: string, day: number): number {
  const key = `${zone} ${day}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const offset = IANAZone.create(zone).offset(day * DAY_MILLIS) * MINUTE_MILLIS;
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(key, offset);
  return offset;
}
