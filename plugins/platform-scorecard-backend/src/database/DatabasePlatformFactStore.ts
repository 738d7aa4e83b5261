import {
  resolvePackagePath,
  type DatabaseService,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import {
  FACT_KINDS,
  factKind,
  type FactKind,
  type PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';
import type { Knex } from 'knex';
import { factFromRow } from './factFromRow';
import type {
  PlatformFactStore,
  SourceState,
  SourceSummary,
  StoredFact,
} from './PlatformFactStore';
import type { FactRow, SourceStateRow, SourceSummaryRow } from './tables';

const MIGRATIONS = resolvePackagePath(
  '@fairway/plugin-platform-scorecard-backend',
  'migrations',
);

/** Nine bound values a row; SQLite takes 32,766 of them in one statement. */
const INSERT_BATCH = 500;

const SERVICE_KINDS: readonly FactKind[] = FACT_KINDS.filter(kind =>
  kind.startsWith('service.'),
);

/** Keeps facts in the plugin's database, SQLite or PostgreSQL. */
export class DatabasePlatformFactStore implements PlatformFactStore {
  static async create(options: {
    readonly database: DatabaseService;
    readonly logger: LoggerService;
  }): Promise<DatabasePlatformFactStore> {
    const client = await options.database.getClient();
    if (!options.database.migrations?.skip) {
      await client.migrate.latest({ directory: MIGRATIONS });
    }
    return new DatabasePlatformFactStore(client, options.logger);
  }

  readonly #client: Knex;
  readonly #logger: LoggerService;

  private constructor(client: Knex, logger: LoggerService) {
    this.#client = client;
    this.#logger = logger;
  }

  async insert(
    facts: readonly PlatformFact[],
    observedAt: number,
  ): Promise<number> {
    let inserted = 0;
    await this.#client.transaction(async trx => {
      for (let start = 0; start < facts.length; start += INSERT_BATCH) {
        const rows = await trx<FactRow>('facts')
          .insert(
            facts
              .slice(start, start + INSERT_BATCH)
              .map(fact => toRow(fact, observedAt)),
          )
          .onConflict(['source', 'id'])
          .ignore()
          .returning('ingest_seq');
        inserted += rows.length;
      }
    });
    return inserted;
  }

  async listServiceFacts(options: {
    readonly excludeSources: readonly string[];
  }): Promise<PlatformFact[]> {
    const rows = await this.#client<FactRow>('facts')
      .whereIn('kind', [...SERVICE_KINDS])
      .whereNotIn('source', [...options.excludeSources]);
    return rows.flatMap(row => this.#read(row)).map(({ fact }) => fact);
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
        this.#client.raw('min(occurred_at) as first'),
        this.#client.raw('max(occurred_at) as last'),
      )
      .groupBy('source')
      .orderBy('source');
    return rows.map(row => ({
      source: row.source,
      facts: Number(row.facts),
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
      })
      .onConflict('source')
      .merge();
  }

  #read(row: FactRow): StoredFact[] {
    const result = factFromRow(row);
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

function toRow(
  fact: PlatformFact,
  observedAt: number,
): Omit<FactRow, 'ingest_seq'> {
  return {
    source: fact.source,
    id: fact.id,
    kind: factKind(fact),
    subject: fact.subject,
    team: fact.team ?? null,
    occurred_at: Date.parse(fact.time),
    observed_at: observedAt,
    data: JSON.stringify(fact.data),
  };
}

function toSourceState(row: SourceStateRow): SourceState {
  return {
    source: row.source,
    cursor: row.cursor ?? undefined,
    lastOkAt: row.last_ok_at === null ? undefined : Number(row.last_ok_at),
    lagMs: row.lag_ms === null ? undefined : Number(row.lag_ms),
    error: row.error ?? undefined,
  };
}
