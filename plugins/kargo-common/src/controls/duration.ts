import { Duration } from 'luxon';
import { z } from 'zod/v4';

const isoSchema = z
  .string()
  .refine(value => Duration.fromISO(value).isValid, 'is no ISO 8601 duration');

const humanSchema = z
  .strictObject({
    years: z.number(),
    months: z.number(),
    weeks: z.number(),
    days: z.number(),
    hours: z.number(),
    minutes: z.number(),
    seconds: z.number(),
    milliseconds: z.number(),
  })
  .partial()
  .transform(value => Duration.fromObject(value).toISO() ?? '');

/**
 * A length of time in config, `PT30M` or `{ minutes: 30 }`; read as ISO 8601. Never negative.
 *
 * @public
 */
export const durationSchema = z
  .union([isoSchema, humanSchema])
  .refine(
    value => Duration.fromISO(value).toMillis() >= 0,
    'a duration cannot be negative',
  );

/** Milliseconds of an ISO 8601 duration; a day counts as 24 hours. */
export function durationMillis(duration: string): number {
  return Duration.fromISO(duration).toMillis();
}

/** A length of time in words, in its two largest units: `2 days 3 hours`. */
export function inWords(millis: number): string {
  const units: ReadonlyArray<readonly [string, number]> = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1_000],
  ];
  let rest = Math.max(0, millis);
  const parts: string[] = [];
  for (const [name, length] of units) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${count} ${name}${count === 1 ? '' : 's'}`);
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.length === 0 ? '0 seconds' : parts.join(' ');
}
