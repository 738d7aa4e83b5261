import type { LedgerEntry, LedgerFilter } from '@fairway/plugin-kargo-common';

/** Entries, newest first. */
export interface LedgerPage {
  readonly entries: readonly LedgerEntry[];
  /** Where the next page begins; absent on the last one. */
  readonly next?: string;
}

/** Something that has begun and of which no end is recorded. */
export interface OpenThread {
  readonly key: string;
  /** The entry with which it began. */
  readonly opening: LedgerEntry;
  /** When that was written down. */
  readonly openedAt: Date;
}

/** Keeps the ledger. Entries are only ever added; one with a known id changes nothing. */
export interface LedgerStore {
  /** Adds entries, and gives those that were new. */
  append(
    entries: readonly LedgerEntry[],
    recordedAt: Date,
  ): Promise<LedgerEntry[]>;
  /** @throws `InputError` where the cursor is none that a page gave */
  find(
    filter: LedgerFilter,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<LedgerPage>;
  count(filter: LedgerFilter): Promise<number>;
  /** The entries with these ids, as far as there are any, in no order. */
  findByIds(ids: readonly string[]): Promise<LedgerEntry[]>;
  /** Those of the ids under which there are entries; cheaper than the entries. */
  findKnownIds(ids: readonly string[]): Promise<ReadonlySet<string>>;
  listOpen(controlPlane: string): Promise<OpenThread[]>;
  /** Deletes what happened before a time, in batches, and gives how many entries that were. */
  deleteBefore(
    time: Date,
    options?: { readonly batchSize?: number },
  ): Promise<number>;
}
