import type { LedgerEntry } from '@fairway/plugin-kargo-common';
import { parse } from 'csv-parse/sync';
import { createdEntry } from './__testUtils__/ledgerEntries';
import { exportCsv, exportJson } from './exportLedger';

/** A store that gives its entries in pages of two. */
function pagedStore(entries: readonly LedgerEntry[]) {
  const find = jest.fn(async (_: unknown, page: { cursor?: string }) => {
    const start = Number(page.cursor ?? 0);
    const next = start + 2;
    return {
      entries: entries.slice(start, next),
      ...(next < entries.length && { next: `${next}` }),
    };
  });
  return { find };
}

async function textOf(chunks: AsyncGenerator<string>) {
  const parts: string[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return parts.join('');
}

const entries = [
  createdEntry('1', { reason: '=HYPERLINK("http://x","y")' }),
  createdEntry('2', { reason: 'first line\nsecond "line", with a comma' }),
  createdEntry('3', { reason: '+1', version: '-1', riskClass: '@class' }),
  createdEntry('4', { reason: 'Grüße ☃' }),
  createdEntry('5', { reason: '\t=1' }),
  createdEntry('6', { reason: 'two\nlines' }),
];

describe('exportCsv', () => {
  it('gives rows that another reader of RFC 4180 understands', async () => {
    const text = await textOf(exportCsv(pagedStore(entries), {}));
    expect(text.startsWith('\uFEFFid,at,timeBasis,kind,')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(8);
    expect(text).toContain(',"two\nlines",');
    const rows: Array<Record<string, string>> = parse(text, {
      bom: true,
      columns: true,
      record_delimiter: '\r\n',
    });
    expect(rows.map(row => row.id)).toEqual(entries.map(({ id }) => id));
    expect(rows.map(row => row.reason)).toEqual([
      '\'=HYPERLINK("http://x","y")',
      'first line\nsecond "line", with a comma',
      "'+1",
      'Grüße ☃',
      "'\t=1",
      'two\nlines',
    ]);
    expect(rows[2]).toMatchObject({ version: "'-1", riskClass: "'@class" });
  });

  it('reads one page at a time', async () => {
    const store = pagedStore(entries);
    const chunks = exportCsv(store, { project: ['orders'] });
    await chunks.next();
    expect(store.find).not.toHaveBeenCalled();
    await chunks.next();
    expect(store.find).toHaveBeenCalledTimes(1);
    await textOf(chunks);
    expect(store.find).toHaveBeenCalledTimes(3);
    expect(store.find).toHaveBeenLastCalledWith(
      { project: ['orders'] },
      { limit: 500, cursor: '4' },
    );
  });

  it('gives the header where there is nothing', async () => {
    const text = await textOf(exportCsv(pagedStore([]), {}));
    expect(text.trim().split('\r\n')).toHaveLength(1);
  });
});

describe('exportJson', () => {
  it('gives an array', async () => {
    const text = await textOf(exportJson(pagedStore(entries), {}));
    expect(JSON.parse(text)).toEqual(entries);
    expect(JSON.parse(await textOf(exportJson(pagedStore([]), {})))).toEqual(
      [],
    );
  });

  it('gives lines', async () => {
    const text = await textOf(exportJson(pagedStore(entries), {}, 'jsonl'));
    expect(text.endsWith('\n')).toBe(true);
    expect(
      text
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toEqual(entries);
    expect(await textOf(exportJson(pagedStore([]), {}, 'jsonl'))).toBe('');
  });
});
