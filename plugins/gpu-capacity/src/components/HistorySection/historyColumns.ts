import {
  LEDGER_CLASSES,
  type HistoryResolution,
  type LedgerClass,
  type LedgerView,
} from '@fairway/plugin-gpu-capacity-common';

/** A point of a history: where devices were in a stretch of time. */
export interface LedgerPoint {
  readonly at: string;
  readonly ledger: LedgerView;
}

/** What a chart draws: one outline for each class, in parts of its width and height, from 0 to 1. */
export interface HistoryColumns {
  readonly top: number;
  readonly shapes: ReadonlyArray<{
    readonly ledgerClass: LedgerClass;
    readonly columns: readonly HistoryColumn[];
  }>;
}

/** A part of a column: `bottom` and `top` are heights above the ground. */
export interface HistoryColumn {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

const RESOLUTION_MS: Readonly<Record<HistoryResolution, number>> = {
  'five-minutes': 300_000,
  hour: 3_600_000,
  day: 86_400_000,
};

/**
 * Columns of a history, one for each point, the classes on top of each other. A time of which nothing is known has no
 * column: nothing is drawn across it.
 */
export function historyColumns(
  points: readonly LedgerPoint[],
  frame: {
    readonly from: string;
    readonly until: string;
    readonly resolution: HistoryResolution;
  },
): HistoryColumns {
  const from = Date.parse(frame.from);
  const length = Math.max(1, Date.parse(frame.until) - from);
  const top = niceTop(
    Math.max(0, ...points.map(({ ledger }) => sumOf(ledger))),
  );
  const place = (time: number) =>
    Math.min(1, Math.max(0, (time - from) / length));
  const columns = new Map<LedgerClass, HistoryColumn[]>();
  for (const { at, ledger } of points) {
    const start = Date.parse(at);
    const left = place(start);
    const right = place(start + RESOLUTION_MS[frame.resolution]);
    let height = 0;
    for (const ledgerClass of LEDGER_CLASSES) {
      const amount = ledger[ledgerClass] ?? 0;
      if (amount <= 0) continue;
      const bottom = height / top;
      height += amount;
      const own = columns.get(ledgerClass) ?? [];
      own.push({ left, right, bottom, top: height / top });
      columns.set(ledgerClass, own);
    }
  }
  return {
    top,
    shapes: LEDGER_CLASSES.flatMap(ledgerClass => {
      const own = columns.get(ledgerClass);
      return own ? [{ ledgerClass, columns: own }] : [];
    }),
  };
}

function sumOf(ledger: LedgerView): number {
  return Object.values(ledger).reduce((sum, amount) => sum + amount, 0);
}

/** The next number that people would write on an axis. */
export function niceTop(most: number): number {
  if (most <= 1) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(most));
  const step = [1, 2, 2.5, 5, 10].find(factor => factor * magnitude >= most);
  return (step ?? 10) * magnitude;
}
