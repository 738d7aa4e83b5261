/** The first items of a list, and how many more there are; `undefined` where there is none more. */
export function shortened<T>(
  items: readonly T[],
  limit: number,
): { readonly shown: T[]; readonly more: number | undefined } {
  return {
    shown: items.slice(0, limit),
    more: Math.max(0, items.length - limit) || undefined,
  };
}

/** Times in one part of an answer. */
const MAX_TIMES = 3_000;
const FEWEST = 10;
const MOST = 120;

/** How many times each of some rules or groups may have, so that all of them together stay few enough. */
export function timesOfEach(parts: number): number {
  const share = Math.floor(MAX_TIMES / Math.max(1, parts));
  return Math.min(MOST, Math.max(FEWEST, share));
}
