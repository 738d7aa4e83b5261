import { DateTime } from 'luxon';

/** An ISO week in some zone; times are milliseconds since the epoch. */
export interface IsoWeek {
  /** Such as 2026-W47. */
  readonly name: string;
  readonly start: number;
  /** Start of the next week. */
  readonly end: number;
  readonly partial: boolean;
}

/** The last ISO weeks up to the current one, oldest first, cut in an IANA zone (weeks around a change of clocks have 167 or 169 hours). */
export function isoWeeks(options: {
  readonly now: number;
  readonly timeZone: string;
  readonly count: number;
}): IsoWeek[] {
  const current = DateTime.fromMillis(options.now, {
    zone: options.timeZone,
  }).startOf('week');
  return Array.from({ length: options.count }, (_, index) => {
    const start = current.minus({ weeks: options.count - 1 - index });
    const end = start.plus({ weeks: 1 });
    return {
      name: start.toFormat("kkkk-'W'WW"),
      start: start.toMillis(),
      end: end.toMillis(),
      partial: end.toMillis() > options.now,
    };
  });
}
