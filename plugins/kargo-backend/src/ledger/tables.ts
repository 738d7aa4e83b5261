/** Row of the table `ledger_entries`. PostgreSQL gives bigint columns as text. */
export interface LedgerEntryRow {
  id: string;
  at: number | string;
  recorded_at: number | string;
  kind: string;
  control_plane: string;
  project: string;
  stage: string;
  freight: string | null;
  version: string | null;
  actor_kind: string;
  path: string;
  bypass: string | null;
  entry: string;
}

/** Row of the table `ledger_open`. */
export interface LedgerOpenRow {
  thread: string;
  control_plane: string;
  entry_id: string;
  opened_at: number | string;
}
