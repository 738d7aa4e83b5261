import type { LoggerService } from '@backstage/backend-plugin-api';
import type { LedgerEntry, LedgerFilter } from '@fairway/plugin-kargo-common';
import type { Knex } from 'knex';
import { applyFilter } from './applyFilter';
import { entryFromRow, entryToRow } from './entryRow';
import { readCursor, writeCursor } from './ledgerCursor';
import type { LedgerPage, LedgerStore, OpenThread } from './LedgerStore';
import { noteOpenThreads } from './openThreads';
import type { LedgerEntryRow, LedgerOpenRow } from './tables';

/** Thirteen bound values a row; SQLite takes 32,766 of them in one statement. */
const INSERT_BATCH = 500;
const LOOKUP_BATCH = 1_000;
const DELETE_BATCH = 5_000;

/** Keeps the ledger in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseLedgerStore implements LedgerStore {
  static create(options: {
    readonly client: Knex;
    readonly logger: LoggerService;
  }): DatabaseLedgerStore {
    return new DatabaseLedgerStore(options.client, options.logger);
  }

  readonly #client: Knex;
  readonly #logger: LoggerService;

  private constructor(client: Knex, logger: LoggerService) {
    this.#client = client;
    this.#logger = logger;
  }

  async append(
    entries: readonly LedgerEntry[],
    recordedAt: Date,
  ): Promise<LedgerEntry[]> {
    // Replicas that write the same entries at the same time wait for each other in one order, so that none deadlocks.
    const ordered = [...new Map(entries.map(entry => [entry.id, entry]))]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, entry]) => entry);
    const added: LedgerEntry[] = [];
    for (const batch of batches(ordered, INSERT_BATCH)) {
      const ids = await this.#client.transaction(trx =>
        appendBatch(trx, batch, recordedAt),
      );
      added.push(...batch.filter(({ id }) => ids.has(id)));
    }
    return added;
  }

  async find(
    filter: LedgerFilter,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<LedgerPage> {
    const query = this.#client<LedgerEntryRow>('ledger_entries')
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      // One more than wanted tells whether there is a next page.
      .limit(page.limit + 1);
    applyFilter(query, filter);
    if (page.cursor !== undefined) {
      const { at, id } = readCursor(page.cursor);
      query.whereRaw('(??, ??) < (?, ?)', ['at', 'id', at, id]);
    }
    const rows: LedgerEntryRow[] = await query;
    const shown = rows.slice(0, page.limit);
    const last = rows.length > page.limit ? shown.at(-1) : undefined;
    return {
      entries: shown.flatMap(row => this.#read(row)),
      ...(last && { next: writeCursor({ at: Number(last.at), id: last.id }) }),
    };
  }

  async count(filter: LedgerFilter): Promise<number> {
    const query = this.#client<LedgerEntryRow>('ledger_entries');
    applyFilter(query, filter);
    const [row] = await query.count({ entries: '*' });
    return Number(row.entries);
  }

  async findByIds(ids: readonly string[]): Promise<LedgerEntry[]> {
    const found: LedgerEntry[] = [];
    for (const batch of batches([...new Set(ids)], LOOKUP_BATCH)) {
      const rows = await this.#client<LedgerEntryRow>('ledger_entries')
        .select('id', 'entry')
        .whereIn('id', batch);
      found.push(...rows.flatMap(row => this.#read(row)));
    }
    return found;
  }

  async findKnownIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const known = new Set<string>();
    for (const batch of batches([...new Set(ids)], LOOKUP_BATCH)) {
      const rows = await this.#client<LedgerEntryRow>('ledger_entries')
        .select('id')
        .whereIn('id', batch);
      for (const { id } of rows) known.add(id);
    }
    return known;
  }

  async listOpen(controlPlane: string): Promise<OpenThread[]> {
    const rows = await this.#client('ledger_open')
      .join('ledger_entries', 'ledger_entries.id', 'ledger_open.entry_id')
      .where('ledger_open.control_plane', controlPlane)
      .orderBy('ledger_open.thread')
      .select<
        Array<
          Pick<LedgerOpenRow, 'thread' | 'opened_at'> &
            Pick<LedgerEntryRow, 'id' | 'entry'>
        >
      >('thread', 'opened_at', 'id', 'entry');
    return rows.flatMap(row =>
      this.#read(row).map(opening => ({
        key: row.thread,
        opening,
        openedAt: new Date(Number(row.opened_at)),
      })),
    );
  }

  async deleteBefore(
    time: Date,
    options: { readonly batchSize?: number } = {},
  ): Promise<number> {
    const { batchSize = DELETE_BATCH } = options;
    let deleted = 0;
    for (;;) {
      const old = this.#client<LedgerEntryRow>('ledger_entries')
        .select('id')
        .where('at', '<', time.getTime())
        .orderBy('at')
        .limit(batchSize);
      const count = await this.#client<LedgerEntryRow>('ledger_entries')
        .whereIn('id', old)
        .delete();
      deleted += count;
      if (count < batchSize) break;
    }
    await this.#client<LedgerOpenRow>('ledger_open')
      .whereNotExists(
        this.#client<LedgerEntryRow>('ledger_entries')
          .select('id')
          .whereRaw('?? = ??', ['ledger_entries.id', 'ledger_open.entry_id']),
      )
      .delete();
    return deleted;
  }

  #read(row: Pick<LedgerEntryRow, 'id' | 'entry'>): LedgerEntry[] {
    const result = entryFromRow(row);
    if (result.ok) return [result.value];
    // Written by another version of the plugin: one row that cannot be read must not hide the others.
    this.#logger.warn(
      `Entry ${row.id} of the ledger cannot be read and is left out: ${result.reason}`,
    );
    return [];
  }
}

async function appendBatch(
  trx: Knex.Transaction,
  batch: readonly LedgerEntry[],
  recordedAt: Date,
): Promise<ReadonlySet<string>> {
  const added = await trx<LedgerEntryRow>('ledger_entries')
    .insert(batch.map(entry => entryToRow(entry, recordedAt)))
    .onConflict('id')
    .ignore()
    .returning('id');
  await noteOpenThreads(trx, batch, recordedAt);
  return new Set(added.map(({ id }) => id));
}

function* batches<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) {
    yield items.slice(start, start + size);
  }
}
