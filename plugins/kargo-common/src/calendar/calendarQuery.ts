import { z } from 'zod/v4';

const DAY_MILLIS = 86_400_000;
const MAX_DAYS = 100;
const DEFAULT_DAYS = 28;
const MAX_VALUES = 50;
/** A schedule is followed from its first time on, so that a calendar without an end would be work without one. */
const MAX_DISTANCE_DAYS = 800;

const text = z.string().trim().min(1).max(253);

const anyOf = z
  .union([text.transform(one => [one]), z.array(text).max(MAX_VALUES)])
  .optional();

const time = z.iso.datetime({ offset: true });

/**
 * Query of `GET /calendar`. Times are ISO 8601; what is not given does not narrow, several values of one filter widen it.
 *
 * @public
 */
export const calendarQuerySchema = z.object({
  /** Now by default. */
  from: time.optional(),
  /** Four weeks later by default; a hundred days later at most. */
  to: time.optional(),
  controlPlane: anyOf,
  project: anyOf,
  stage: anyOf,
  /** Entity refs. */
  entity: anyOf,
});

/** @public */
export type CalendarQuery = z.infer<typeof calendarQuerySchema>;

/**
 * The time that a calendar shows, ISO 8601 in UTC.
 *
 * @public
 */
export interface CalendarFrame {
  readonly from: string;
  readonly to: string;
}

/**
 * The time for which a query asks.
 *
 * @throws `RangeError` where it is empty, too long or too far away
 *
 * @public
 */
export function calendarFrameOf(
  query: Pick<CalendarQuery, 'from' | 'to'>,
  now: Date,
): CalendarFrame {
  const from = query.from ? Date.parse(query.from) : now.getTime();
  const to = query.to ? Date.parse(query.to) : from + DEFAULT_DAYS * DAY_MILLIS;
  if (to <= from) throw new RangeError('to is not after from');
  if (to - from > MAX_DAYS * DAY_MILLIS) {
    throw new RangeError(`from and to are more than ${MAX_DAYS} days apart`);
  }
  if (Math.abs(from - now.getTime()) > MAX_DISTANCE_DAYS * DAY_MILLIS) {
    throw new RangeError(`from is more than ${MAX_DISTANCE_DAYS} days away`);
  }
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  };
}

/**
 * A query as it stands in a URL.
 *
 * @public
 */
export function calendarSearchParams(query: CalendarQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const one of [value ?? []].flat()) params.append(key, one);
  }
  return params;
}

/**
 * Reads a query from a URL that people edit and share: a part that means nothing is passed over.
 *
 * @public
 */
export function readCalendarQuery(params: URLSearchParams): CalendarQuery {
  const read: Record<string, unknown> = {};
  for (const key of Object.keys(calendarQuerySchema.shape)) {
    const values = params.getAll(key);
    const value = values.length === 1 ? values[0] : values;
    if (
      values.length > 0 &&
      calendarQuerySchema.safeParse({ [key]: value }).success
    ) {
      read[key] = value;
    }
  }
  return calendarQuerySchema.parse(read);
}
