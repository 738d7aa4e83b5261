import { compareNewestFirst, type Freight } from '../model/freight';

/** What is made of a list of freight, each once, since hundreds of stages ask about the same one. */
interface Ordered {
  readonly newestFirst: readonly Freight[];
  readonly byOrigin: ReadonlyMap<string | undefined, readonly Freight[]>;
}

const NOTHING: readonly Freight[] = [];
const known = new WeakMap<readonly Freight[], Ordered>();

function order(freight: readonly Freight[]): Ordered {
  const before = known.get(freight);
  if (before) return before;
  const sorted = [...freight].sort(compareNewestFirst);
  const byOrigin = new Map<string | undefined, Freight[]>();
  for (const item of sorted) {
    const group = byOrigin.get(item.origin);
    if (group) group.push(item);
    else byOrigin.set(item.origin, [item]);
  }
  const ordered = { newestFirst: sorted, byOrigin };
  known.set(freight, ordered);
  return ordered;
}

/**
 * Freight, the newest first. A list must not change afterwards: its order is kept.
 *
 * @public
 */
export function newestFirst(freight: readonly Freight[]): readonly Freight[] {
  return order(freight).newestFirst;
}

/** What a list has of one origin, the newest first; the list must not change afterwards. */
export function freightOfOrigin(
  freight: readonly Freight[],
  origin: string | undefined,
): readonly Freight[] {
  return order(freight).byOrigin.get(origin) ?? NOTHING;
}
