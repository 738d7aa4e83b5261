import {
  closingIds,
  ledgerThread,
  type LedgerEntry,
} from '@fairway/plugin-kargo-common';
import type { Knex } from 'knex';
import type { LedgerEntryRow, LedgerOpenRow } from './tables';

/**
 * Notes what begins with a batch of entries and is not known to have ended, and strikes out what ends with it. Whatever
 * the order in which replicas write, what is left open by mistake has its end in the ledger, and is struck out when that
 * is written again.
 */
export async function noteOpenThreads(
  trx: Knex.Transaction,
  batch: readonly LedgerEntry[],
  recordedAt: Date,
): Promise<void> {
  const threads = batch.flatMap(entry => {
    const thread = ledgerThread(entry);
    return thread ? [{ ...thread, entry }] : [];
  });
  const closed = new Set(
    threads.filter(({ role }) => role === 'closes').map(({ key }) => key),
  );
  const opened = threads.filter(
    ({ role, key }) => role === 'opens' && !closed.has(key),
  );
  if (opened.length > 0) {
    const ended = await endedAmong(
      trx,
      opened.map(({ key }) => key),
    );
    const rows = opened
      .filter(({ key }) => !ended.has(key))
      .map(({ key, entry }) => ({
        thread: key,
        control_plane: entry.controlPlane,
        entry_id: entry.id,
        opened_at: recordedAt.getTime(),
      }));
    if (rows.length > 0) {
      await trx<LedgerOpenRow>('ledger_open')
        .insert(rows)
        .onConflict('thread')
        .ignore();
    }
  }
  if (closed.size > 0) {
    await trx<LedgerOpenRow>('ledger_open')
      .whereIn('thread', [...closed])
      .delete();
  }
}

async function endedAmong(
  trx: Knex.Transaction,
  keys: readonly string[],
): Promise<ReadonlySet<string>> {
  const keyOf = new Map(
    keys.flatMap(key => closingIds(key).map(id => [id, key] as const)),
  );
  const rows = await trx<LedgerEntryRow>('ledger_entries')
    .select('id')
    .whereIn('id', [...keyOf.keys()]);
  return new Set(rows.flatMap(({ id }) => keyOf.get(id) ?? []));
}
