import {
  FACT_TYPE_PREFIX,
  foreignFactSchema,
  platformFactSchema,
  FACT_KINDS,
  type ForeignFact,
  type PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';
import { describeIssues } from '@fairway/backend-requests';
import type { ActorKeys } from './ActorKeys';
import { factDigest } from './factDigest';
import type { StoredFact } from './PlatformFactStore';
import type { FactRow } from './tables';

type FactFromRow =
  | { readonly ok: true; readonly value: StoredFact }
  | { readonly ok: false; readonly reason: string };

const KINDS: ReadonlySet<string> = new Set(FACT_KINDS);

/** Before types that are not of this platform, so that no kind of a later version is taken for one of them. */
const FOREIGN = ':';

function kindOfType(type: string): string {
  return type.startsWith(FACT_TYPE_PREFIX)
    ? type.slice(FACT_TYPE_PREFIX.length)
    : `${FOREIGN}${type}`;
}

function typeOfKind(kind: string): string {
  return kind.startsWith(FOREIGN)
    ? kind.slice(FOREIGN.length)
    : `${FACT_TYPE_PREFIX}${kind}`;
}

/** A fact as it is stored; who did it becomes a key here, and is nowhere else. */
export function rowOfFact(
  fact: PlatformFact | ForeignFact,
  options: { readonly observedAt: number; readonly actorKeys: ActorKeys },
): Omit<FactRow, 'ingest_seq'> {
  const { source, id, subject, team, capability, actor, supersedes } = fact;
  return {
    source,
    id,
    kind: kindOfType(fact.type),
    subject: subject ?? '',
    team: team ?? null,
    capability: capability ?? null,
    actor_key: actor === undefined ? null : options.actorKeys.keyOf(actor),
    supersedes: supersedes ?? null,
    occurred_at: Date.parse(fact.time),
    observed_at: options.observedAt,
    data: JSON.stringify(fact.data ?? null),
    digest: factDigest(fact),
  };
}

/** Reads a row of the table `facts` back into the fact that was stored, without who did it. */
export function factOfRow(row: FactRow): FactFromRow {
  let data: unknown;
  try {
    data = JSON.parse(row.data);
  } catch {
    return { ok: false, reason: 'data is not JSON' };
  }
  const schema = KINDS.has(row.kind) ? platformFactSchema : foreignFactSchema;
  const parsed = schema.safeParse({
    specversion: '1.0',
    source: row.source,
    id: row.id,
    type: typeOfKind(row.kind),
    time: new Date(Number(row.occurred_at)).toISOString(),
    subject: row.subject,
    team: row.team ?? undefined,
    capability: row.capability ?? undefined,
    supersedes: row.supersedes ?? undefined,
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
