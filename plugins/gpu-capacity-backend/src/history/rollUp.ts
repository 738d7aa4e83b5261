import { groupedBy } from '../domain/groupedBy';
import type { HistoryStore } from './HistoryStore';
import { mergeFigures } from './mergeFigures';
import {
  PERIOD_MS,
  periodStart,
  type CapacityPeriod,
  type Resolution,
} from './periods';

const STEPS: ReadonlyArray<{
  readonly from: Resolution;
  readonly to: Resolution;
}> = [
  { from: 'sample', to: 'hour' },
  { from: 'hour', to: 'day' },
];

/**
 * Makes hours of samples and days of hours, from the last but one that was made on: what came late is in it, and the one
 * that goes on is made of what there is so far. Made again of the same it is the same, so that it does not matter how
 * often this runs, or who runs it.
 *
 * @param now - in milliseconds since 1970
 */
export async function rollUp(store: HistoryStore, now: number): Promise<void> {
  for (const { from, to } of STEPS) {
    const last = await store.edge('last', to);
    const first = await store.edge('first', from);
    if (first === undefined) continue;
    const length = PERIOD_MS[to];
    let start = Math.max(
      periodStart(to, first),
      last === undefined ? -Infinity : last - length,
    );
    while (start <= now) {
      const parts = await store.find(from, {
        from: start,
        until: start + length,
      });
      if (parts.length > 0) await store.put(to, merged(parts, start));
      start += length;
    }
  }
}

function merged(
  parts: readonly CapacityPeriod[],
  start: number,
): CapacityPeriod[] {
  const byUnit = groupedBy(parts, ({ pool, product, resource, kind }) =>
    JSON.stringify([pool, product, resource, kind]),
  );
  return [...byUnit.values()].map(unit => ({
    ...unit[0],
    start,
    figures: mergeFigures(unit.map(({ figures }) => figures)),
  }));
}
