import type { CountedPeriod } from '../growthRate';

/** Counts of weeks one after the other. */
export function weeks(...counts: number[]): CountedPeriod[] {
  return counts.map((count, x) => ({ x, count }));
}

/** Made up: one that grows fast, and one that grows slowly. */
export const fast = weeks(1, 0, 2, 1, 3, 2, 4, 3, 6, 5, 7, 6, 9);
export const slow = weeks(5, 6, 4, 8, 7, 9, 6, 10, 9, 12, 8, 11, 13);
