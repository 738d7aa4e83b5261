import {
  EMPTY_LEDGER,
  heldOf,
  ledgerTotal,
  type HistoryRange,
  type LedgerView,
} from '@fairway/plugin-gpu-capacity-common';

const RANGE_WORDS: Readonly<Record<HistoryRange, string>> = {
  '1d': 'the last day',
  '7d': 'the last 7 days',
  '30d': 'the last 30 days',
  '90d': 'the last 90 days',
};

/** What a history says, in a sentence: how much was held, and of how much of the time that is known. */
export function historySentence(options: {
  readonly range: HistoryRange;
  readonly since: number | undefined;
  readonly until: number;
  readonly points: ReadonlyArray<{
    readonly devices: LedgerView;
    readonly coverage: number;
  }>;
}): string {
  const { range, since, points } = options;
  const words = RANGE_WORDS[range];
  if (since === undefined) {
    return 'There is no history yet: it begins with the first five minutes in which the pool is observed.';
  }
  const known = points
    .map(({ devices, coverage }) => ({
      ledger: { ...EMPTY_LEDGER, ...devices },
      coverage,
    }))
    .filter(({ ledger }) => ledgerTotal(ledger) > ledger.unknown);
  const weight = known.reduce((sum, { coverage }) => sum + coverage, 0);
  if (weight === 0) return `Nothing is known of ${words}.`;
  const mean = (amountOf: (ledger: typeof EMPTY_LEDGER) => number) =>
    known.reduce(
      (sum, { ledger, coverage }) => sum + amountOf(ledger) * coverage,
      0,
    ) / weight;
  const share = (100 * mean(heldOf)) / mean(ledgerTotal);
  return `Over ${words} ${Math.round(share)} % of the devices were held, and ${
    Math.round(10 * mean(ledger => ledger.stranded)) / 10
  } were free and of no use to what asks for them, as far as it was observed.`;
}
