import {
  resolvePackagePath,
  type DatabaseService,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import {
  FACT_KINDS,
  isPlatformFact,
  type FactKind,
  type ForeignFact,
  type PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';
import type { Knex } from 'knex';
import { ActorKeys } from './ActorKeys';
import { factOfRow, rowOfFact } from './factRow';
import type {
  InsertReport,
  PlatformFactStore,
  SourceState,
  SourceSummary,
  StoredFact,
} from './PlatformFactStore';
import { ownActorSecret } from './ownActorSecret';
import type { FactRow, SourceStateRow, SourceSummaryRow } from './tables';

const MIGRATIONS = resolvePackagePath(
  '@fairway/plugin-platform-scorecard-backend',
  'migrations',
);

/** Twelve bound values a row; SQLite takes 32,766 of them in one statement. */
const INSERT_BATCH = 500;

const SERVICE_KINDS: readonly FactKind[] = FACT_KINDS.filter(kind =>
  kind.startsWith('service.'),
);

/** Keeps facts in the plugin's database, SQLite or PostgreSQL. */
export class DatabasePlatformFactStore implements PlatformFactStore {
  static async create(options: {
    readonly database: DatabaseService;
    readonly logger: LoggerService;
    /** Secrets of the keys of people, the one in use first. Without any, one is made and kept in the database. */
    readonly actorSecrets?: readonly string[];
  }): Promise<DatabasePlatformFactStore> {
    const client = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await client.migrate.latest({ directory: MIGRATIONS });
    }
    const [first, ...others] = options.actorSecrets ?? [];
    return new DatabasePlatformFactStore({
      client,
      logger: options.logger,
      actorKeys: ActorKeys.create(
        first === undefined
          ? [await ownActorSecret(client)]
          : [first, ...others],
      ),
    });
  }

  readonly #client: Knex;
  readonly #logger: LoggerService;
  readonly #actorKeys: ActorKeys;

  private constructor(options: {
    readonly client: Knex;
    readonly logger: LoggerService;
    readonly actorKeys: ActorKeys;
  }) {
    this.#client = options.client;
    this.#logger = options.logger;
    this.#actorKeys = options.actorKeys;
  }

  async insert(
    facts: ReadonlyArray<PlatformFact | ForeignFact>,
    observedAt: number,
  ): Promise<InsertReport> {
    const rows = facts.map(fact =>
      rowOfFact(fact, { observedAt, actorKeys: this.#actorKeys }),
    );
    const conflicts: number[] = [];
    let inserted = 0;
    await this.#client.transaction(async trx => {
      for (let start = 0; start < rows.length; start += INSERT_BATCH) {
        const batch = rows.slice(start, start + INSERT_BATCH);
        const added = await trx<FactRow>('facts')
          .insert(batch)
          .onConflict(['source', 'id'])
          .ignore()
          .returning('ingest_seq');
        inserted += added.length;
        if (added.length === batch.length) continue;
        const stored = await digestsOf(trx, batch);
        for (const [index, row] of batch.entries()) {
          const known = stored.get(row.source)?.get(row.id);
          if (known && known !== row.digest) conflicts.push(start + index);
        }
      }
    });
    return { inserted, conflicts };
  }

  async listServiceFacts(options: {
    readonly excludeSources: readonly string[];
  }): Promise<PlatformFact[]> {
    const rows = await this.#client<FactRow>('facts')
      .whereIn('kind', [...SERVICE_KINDS])
      .whereNotIn('source', [...options.excludeSources])
      .whereNotExists(
        this.#client('facts as correction')
          .select('correction.ingest_seq')
          .whereRaw('correction.source = facts.source')
          .whereRaw('correction.supersedes = facts.id'),
      );
    return rows
      .flatMap(row => this.#read(row))
      .map(({ fact }) => fact)
      .filter(isPlatformFact);
  }

  async listFacts(options: {
    readonly kind?: FactKind;
    readonly excludeSources: readonly string[];
    readonly before?: number;
    readonly limit: number;
  }): Promise<{ items: StoredFact[]; next?: number }> {
    const query = this.#client<FactRow>('facts')
      .whereNotIn('source', [...options.excludeSources])
      .orderBy('ingest_seq', 'desc')
      .limit(options.limit);
    if (options.kind !== undefined) {
      query.where('kind', options.kind);
    }
    if (options.before !== undefined) {
      query.where('ingest_seq', '<', options.before);
    }
    const rows = await query;
    const last = rows.length === options.limit ? rows.at(-1) : undefined;
    return {
      items: rows.flatMap(row => this.#read(row)),
      next: last && Number(last.ingest_seq),
    };
  }

  async summariseSources(): Promise<SourceSummary[]> {
    const rows = await this.#client('facts')
      .select<SourceSummaryRow[]>(
        'source',
        this.#client.raw('count(*) as facts'),
        this.#client.raw(
          `sum(case when kind in (${FACT_KINDS.map(() => '?').join(
            ', ',
          )}) then 0 else 1 end) as unknown_kinds`,
          [...FACT_KINDS],
        ),
        this.#client.raw('min(occurred_at) as first'),
        this.#client.raw('max(occurred_at) as last'),
      )
      .groupBy('source')
      .orderBy('source');
    return rows.map(row => ({
      source: row.source,
      facts: Number(row.facts),
      unknownKinds: Number(row.unknown_kinds),
      firstFactAt: Number(row.first),
      lastFactAt: Number(row.last),
    }));
  }

  async getSourceState(source: string): Promise<SourceState | undefined> {
    const row = await this.#client<SourceStateRow>('source_state')
      .where({ source })
      .first();
    return row && toSourceState(row);
  }

  async listSourceStates(): Promise<SourceState[]> {
    const rows = await this.#client<SourceStateRow>('source_state').orderBy(
      'source',
    );
    return rows.map(toSourceState);
  }

  async saveSourceState(state: SourceState): Promise<void> {
    await this.#client<SourceStateRow>('source_state')
      .insert({
        source: state.source,
        cursor: state.cursor ?? null,
        last_ok_at: state.lastOkAt ?? null,
        lag_ms: state.lagMs ?? null,
        error: state.error ?? null,
        partial: state.partial ?? null,
      })
      .onConflict('source')
      .merge();
  }

  #read(row: FactRow): StoredFact[] {
    const result = factOfRow(row);
    if (result.ok) {
      return [result.value];
    }
    // Written by another version of the plugin: one row that cannot be read must not hide the others.
    this.#logger.warn(
      `Fact ${row.ingest_seq} cannot be read and is left out: ${result.reason}`,
    );
    return [];
  }
}

/** Digests of what is stored under the keys of some rows, by source and id. */
async function digestsOf(
  trx: Knex.Transaction,
  rows: ReadonlyArray<Pick<FactRow, 'source' | 'id'>>,
): Promise<ReadonlyMap<string, ReadonlyMap<string, string | null>>> {
  const stored = await trx<FactRow>('facts')
    .select('source', 'id', 'digest')
    .whereIn(
      ['source', 'id'],
      rows.map(({ source, id }) => [source, id]),
    );
  const bySource = new Map<string, Map<string, string | null>>();
  for (const { source, id, digest } of stored) {
    const ofSource = bySource.get(source) ?? new Map<string, string | null>();
    bySource.set(source, ofSource.set(id, digest));
  }
  return bySource;
}

function toSourceState(row: SourceStateRow): SourceState {
  return {
    source: row.source,
    cursor: row.cursor ?? undefined,
    lastOkAt: row.last_ok_at === null ? undefined : Number(row.last_ok_at),
    lagMs: row.lag_ms === null ? undefined : Number(row.lag_ms),
    error: row.error ?? undefined,
    partial: row.partial ?? undefined,
  };
}
