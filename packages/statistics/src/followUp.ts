/**
 * For how long one member was under observation, in any unit of time since its origin.
 *
 * @public
 */
export interface FollowUp {
  /** Time from the origin to the end of the observation. */
  readonly duration: number;
  /**
   * Time from the origin to the beginning of the observation, where that came later (delayed entry, left truncation):
   * had the event come earlier, nobody would know of the member. Absent or 0: observed from the origin on.
   */
  readonly entry?: number;
}

/** @throws RangeError where a duration is negative or not finite, or an observation ends before it begins */
export function checkFollowUps(members: readonly FollowUp[]): void {
  for (const { duration, entry = 0 } of members) {
    if (!(duration >= 0 && Number.isFinite(duration))) {
      throw new RangeError(`Expected a duration >= 0, got ${duration}`);
    }
    if (entry !== 0 && !(entry > 0 && entry < duration)) {
      throw new RangeError(
        `Expected an entry from 0 to before ${duration}, got ${entry}`,
      );
    }
  }
}

/**
 * Counts the members that were under observation just before a time: entered earlier, and not ended earlier.
 * A member that ends at that very time counts.
 */
export function riskCounter(
  members: readonly FollowUp[],
): (time: number) => number {
  const ends = Float64Array.from(members, ({ duration }) => duration).sort();
  const entries = Float64Array.from(
    members.flatMap(({ entry = 0 }) => (entry > 0 ? [entry] : [])),
  ).sort();
  const fromOrigin = members.length - entries.length;
  return time =>
    fromOrigin + countBelow(entries, time) - countBelow(ends, time);
}

/** The longest time any member was followed; 0 for nobody. */
export function longestFollowUp(members: readonly FollowUp[]): number {
  return members.reduce((end, { duration }) => Math.max(end, duration), 0);
}

/** The earliest time at which anybody was under observation. */
export function earliestEntry(members: readonly FollowUp[]): number {
  return members.reduce(
    (start, { entry = 0 }) => Math.min(start, entry),
    Number.POSITIVE_INFINITY,
  );
}

function countBelow(sorted: Float64Array, limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < limit) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
