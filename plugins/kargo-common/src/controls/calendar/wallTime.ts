import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { steadyOffset } from './steadyOffset';

const FORMATS = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", 'yyyy-MM-dd'];

/**
 * What a clock on the wall shows, in milliseconds as if the wall were in UTC. It becomes an instant only with a zone.
 */
export type WallTime = number;

/** Reads `2026-12-19T18:00`; `undefined` where it is no local time. */
export function readWallTime(text: string): WallTime | undefined {
  for (const format of FORMATS) {
    const time = DateTime.fromFormat(text, format, { zone: 'utc' });
    if (time.isValid) return time.toMillis();
  }
  return undefined;
}

/** A local time such as `2026-12-19T18:00`, without an offset. */
export const wallTimeSchema = z
  .string()
  .refine(text => readWallTime(text) !== undefined, {
    error: issue =>
      `"${String(issue.input)}" is no local time such as 2026-12-19T18:00`,
  });

/**
 * When the clocks of a zone show a local time.
 *
 * - `once`: the instant; where clocks go back and show it twice, the first time (RFC 5545, section 3.3.5).
 * - `never`: clocks go forward over it; `shifted` is the instant by the offset before the gap (same section).
 */
export type ZonedTime =
  | { readonly status: 'once'; readonly millis: number }
  | { readonly status: 'never'; readonly shifted: number };

/** When the clocks of a zone show a local time. */
export function inZone(wall: WallTime, zone: string): ZonedTime {
  const steady = steadyOffset(zone, wall);
  if (steady !== undefined) return { status: 'once', millis: wall - steady };
  const shown = DateTime.fromMillis(wall, { zone: 'utc' });
  const instant = shown.setZone(zone, { keepLocalTime: true });
  const offsetMillis = instant.offset * 60_000;
  if (instant.toMillis() + offsetMillis !== wall) {
    const before = instant.minus({ hours: 24 });
    return { status: 'never', shifted: wall - before.offset * 60_000 };
  }
  // Luxon does not promise which one it takes.
  const candidates = instant
    .getPossibleOffsets()
    .map(candidate => candidate.toMillis());
  return { status: 'once', millis: Math.min(...candidates) };
}

/** What the clocks of a zone show at an instant. */
export function wallTimeAt(millis: number, zone: string): WallTime {
  const time = DateTime.fromMillis(millis, { zone });
  return millis + time.offset * 60_000;
}
