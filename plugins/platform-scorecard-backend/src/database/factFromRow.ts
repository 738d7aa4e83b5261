import {
  FACT_TYPE_PREFIX,
  platformFactSchema,
} from '@fairway/plugin-platform-scorecard-common';
import { describeIssues } from '@fairway/backend-requests';
import type { StoredFact } from './PlatformFactStore';
import type { FactRow } from './tables';

type FactFromRow =
  | { readonly ok: true; readonly value: StoredFact }
  | { readonly ok: false; readonly reason: string };

/** Reads a row of the table `facts` back into the fact that was stored. */
export function factFromRow(row: FactRow): FactFromRow {
  let data: unknown;
  try {
    data = JSON.parse(row.data);
  } catch {
    return { ok: false, reason: 'data is not JSON' };
  }
  const parsed = platformFactSchema.safeParse({
    specversion: '1.0',
    source: row.source,
    id: row.id,
    type: `${FACT_TYPE_PREFIX}${row.kind}`,
    time: new Date(Number(row.occurred_at)).toISOString(),
    subject: row.subject,
    team: row.team ?? undefined,
    data,
  });
  if (!parsed.success) {
    return { ok: false, reason: describeIssues(parsed.error) };
  }
  return {
    ok: true,
    value: {
      ingestSeq: Number(row.ingest_seq),
      observedAt: Number(row.observed_at),
      fact: parsed.data,
    },
  };
}
