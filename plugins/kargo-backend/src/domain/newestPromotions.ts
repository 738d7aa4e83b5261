import type { PromotionRow } from '@fairway/plugin-kargo-common';

interface TimedRow {
  readonly row: PromotionRow;
  readonly at: number;
}

/** Of the promotions of one stage, which change one stage at a time while there may be tens of thousands in all. */
interface KnownNewest {
  readonly limit: number;
  readonly newest: readonly TimedRow[];
}

const known = new WeakMap<readonly PromotionRow[], KnownNewest>();

/**
 * The newest promotions of several stages, the newest first.
 *
 * @param stages - the rows of each stage; what was made of a list is kept as long as the list is
 */
export function newestPromotions(
  stages: ReadonlyArray<readonly PromotionRow[]>,
  limit: number,
): PromotionRow[] {
  const result: TimedRow[] = [];
  for (const rows of stages) {
    for (const entry of newestOf(rows, limit)) {
      // Those after it are older still.
      if (!insert(result, entry, limit)) break;
    }
  }
  return result.map(({ row }) => row);
}

function newestOf(
  rows: readonly PromotionRow[],
  limit: number,
): readonly TimedRow[] {
  const before = known.get(rows);
  if (before?.limit === limit) return before.newest;
  const newest: TimedRow[] = [];
  for (const row of rows) {
    insert(newest, { row, at: Date.parse(row.createdAt ?? '') || 0 }, limit);
  }
  known.set(rows, { limit, newest });
  return newest;
}

/** @returns whether it is among the newest up to now */
function insert(newest: TimedRow[], entry: TimedRow, limit: number): boolean {
  if (newest.length >= limit && !isNewer(entry, newest[limit - 1])) {
    return false;
  }
  const index = newest.findIndex(other => isNewer(entry, other));
  newest.splice(index === -1 ? newest.length : index, 0, entry);
  newest.length = Math.min(newest.length, limit);
  return true;
}

function isNewer(a: TimedRow, b: TimedRow): boolean {
  return a.at === b.at ? a.row.name > b.row.name : a.at > b.at;
}
