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
