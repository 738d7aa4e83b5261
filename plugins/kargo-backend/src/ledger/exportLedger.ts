import {
  LEDGER_COLUMNS,
  ledgerRow,
  type LedgerEntry,
  type LedgerFilter,
} from '@fairway/plugin-kargo-common';
import { stringify, type Options } from 'csv-stringify/sync';
import type { LedgerStore } from './LedgerStore';

const PAGE = 500;

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
const CSV: Options = {
  escape_formulas: true,
  quoted_match: /[\r\n]/,
  record_delimiter: '\r\n',
};

/**
 * The entries of a filter as CSV in UTF-8 with a byte order mark, by which spreadsheets know the encoding. One page of
 * entries is in memory at a time.
 */
export async function* exportCsv(
  store: Pick<LedgerStore, 'find'>,
  filter: LedgerFilter,
): AsyncGenerator<string> {
  yield stringify([[...LEDGER_COLUMNS]], { ...CSV, bom: true });
  for await (const entries of pages(store, filter)) {
    yield stringify(entries.map(ledgerRow), CSV);
  }
}

/** The entries of a filter as one JSON array, or as lines of JSON objects. */
export async function* exportJson(
  store: Pick<LedgerStore, 'find'>,
  filter: LedgerFilter,
  format: 'json' | 'jsonl' = 'json',
): AsyncGenerator<string> {
  const lines = format === 'jsonl';
  let separator = '';
  if (!lines) yield '[';
  for await (const entries of pages(store, filter)) {
    yield separator +
      entries.map(entry => JSON.stringify(entry)).join(lines ? '\n' : ',\n');
    separator = lines ? '\n' : ',\n';
  }
  yield lines ? separator : ']\n';
}

async function* pages(
  store: Pick<LedgerStore, 'find'>,
  filter: LedgerFilter,
): AsyncGenerator<readonly LedgerEntry[]> {
  let cursor: string | undefined;
  do {
    const page = await store.find(filter, { limit: PAGE, cursor });
    if (page.entries.length > 0) yield page.entries;
    cursor = page.next;
  } while (cursor !== undefined);
}
