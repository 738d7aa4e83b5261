/** Row of the table `facts`. PostgreSQL gives bigint columns as text. */
export interface FactRow {
  ingest_seq: number | string;
  source: string;
  id: string;
  kind: string;
  subject: string;
  team: string | null;
  occurred_at: number | string;
  observed_at: number | string;
  data: string;
  capability: string | null;
  actor_key: string | null;
  supersedes: string | null;
  digest: string | null;
}

/** Row of the table `settings`. */
export interface SettingRow {
  name: string;
  value: string;
}

/** Row of the table `source_state`. */
export interface SourceStateRow {
  source: string;
  cursor: string | null;
  last_ok_at: number | string | null;
  lag_ms: number | string | null;
  error: string | null;
  partial: string | null;
}

/** What is counted of each source in `facts`. */
export interface SourceSummaryRow {
  source: string;
  facts: number | string;
  unknown_kinds: number | string;
  first: number | string;
  last: number | string;
}
