import type { ActivityRecord } from '../ActivityRecord';

/** Keyed hashes of so many people. */
export function names(count: number, prefix = 'person'): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
}

/** One act each. */
export function acts(
  actors: readonly string[],
  at: number,
  more: Partial<ActivityRecord> = {},
): ActivityRecord[] {
  return actors.map(actor => ({ actor, actorKind: 'person', at, ...more }));
}
