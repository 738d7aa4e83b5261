import { compareNewestFirst, type Freight } from '../model/freight';

type ByOrigin = ReadonlyMap<string | undefined, readonly Freight[]>;

const NOTHING: readonly Freight[] = [];
const known = new WeakMap<readonly Freight[], ByOrigin>();

/**
 * Freight by the key of its origin, the newest first. A list is looked through once only, since hundreds of stages ask
 * about the same one.
 */
export function freightByOrigin(freight: readonly Freight[]): ByOrigin {
  const before = known.get(freight);
  if (before) return before;
  const grouped = new Map<string | undefined, Freight[]>();
  for (const item of [...freight].sort(compareNewestFirst)) {
    const group = grouped.get(item.origin);
    if (group) group.push(item);
    else grouped.set(item.origin, [item]);
  }
  known.set(freight, grouped);
  return grouped;
}

/** What a list has of one origin, the newest first. */
export function freightOfOrigin(
  freight: readonly Freight[],
  origin: string,
): readonly Freight[] {
  return freightByOrigin(freight).get(origin) ?? NOTHING;
}
