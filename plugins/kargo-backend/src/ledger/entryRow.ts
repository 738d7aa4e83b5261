import {
  ledgerEntrySchema,
  type LedgerEntry,
} from '@fairway/plugin-kargo-common';
import type { LedgerEntryRow } from './tables';

type EntryFromRow =
  | { readonly ok: true; readonly value: LedgerEntry }
  | { readonly ok: false; readonly reason: string };

/** An entry as a row of the table `ledger_entries`. */
export function entryToRow(
  entry: LedgerEntry,
  recordedAt: Date,
): LedgerEntryRow {
  return {
    id: entry.id,
    at: Date.parse(entry.at),
    recorded_at: recordedAt.getTime(),
    kind: entry.kind,
    control_plane: entry.controlPlane,
    project: entry.project,
    stage: entry.stage,
    freight: entry.freight ?? null,
    version: entry.version ?? null,
    actor_kind: entry.actor.kind,
    path: entry.path,
    bypass: entry.bypass?.reason ?? null,
    entry: JSON.stringify(entry),
  };
}

/** Reads a row back into the entry that was stored. */
export function entryFromRow(row: Pick<LedgerEntryRow, 'entry'>): EntryFromRow {
  let entry: unknown;
  try {
    entry = JSON.parse(row.entry);
  } catch {
    return { ok: false, reason: 'it is not JSON' };
  }
  const parsed = ledgerEntrySchema.safeParse(entry);
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, reason: `${issue?.path.join('.')}: ${issue?.message}` };
}
