import type { LeftOut, MeasureCoverage } from './MeasureResult';

/** Rows that can be counted, and how many of the others for what reason. */
export interface Sifted<Row> {
  readonly rows: readonly Row[];
  readonly coverage: MeasureCoverage;
}

/**
 * Takes out what cannot be counted. Rows for which `reject` says `ignore` are no part of what is measured at all.
 */
export function sift<Row>(
  rows: readonly Row[],
  reject: (row: Row) => LeftOut['reason'] | 'ignore' | undefined,
): Sifted<Row> {
  const kept: Row[] = [];
  const counts = new Map<LeftOut['reason'], number>();
  for (const row of rows) {
    const reason = reject(row);
    if (reason === undefined) {
      kept.push(row);
    } else if (reason !== 'ignore') {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
  }
  return {
    rows: kept,
    coverage: {
      measured: kept.length,
      leftOut: Array.from(counts, ([reason, count]) => ({ reason, count })),
    },
  };
}

/** What was counted, and how many were not for one reason. */
export function coverageOf(
  measured: number,
  reason: LeftOut['reason'],
  count: number,
): MeasureCoverage {
  return { measured, leftOut: count > 0 ? [{ reason, count }] : [] };
}
