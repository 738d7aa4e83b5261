import type { Knex } from 'knex';
import type { HistoryStore } from './HistoryStore';
import type { CapacityPeriod, Resolution } from './periods';
import { periodRow, readPeriodRow, type PeriodRow } from './periodRow';

const TABLE = 'capacity_periods';
const KEY = ['pool', 'resolution', 'start', 'unit'] as const;

/** SQLite takes a limited number of values at once. */
const BATCH = 100;

/** In the plugin's database, SQLite or PostgreSQL, which is connected to when it is first needed. */
export class DatabaseHistoryStore implements HistoryStore {
  readonly #connect: () => Promise<Knex>;

  /** @param options - `connect`: gives a database that has the tables already */
  constructor(options: { readonly connect: () => Promise<Knex> }) {
    this.#connect = options.connect;
  }

  async add(samples: readonly CapacityPeriod[]): Promise<void> {
    const client = await this.#connect();
    for (const rows of batches(samples, 'sample')) {
      await client<PeriodRow>(TABLE)
        .insert(rows)
        .onConflict([...KEY])
        .ignore();
    }
  }

  async put(
    resolution: Resolution,
    periods: readonly CapacityPeriod[],
  ): Promise<void> {
    const client = await this.#connect();
    for (const rows of batches(periods, resolution)) {
      await client<PeriodRow>(TABLE)
        .insert(rows)
        .onConflict([...KEY])
        .merge(['description', 'figures']);
    }
  }

  async find(
    resolution: Resolution,
    filter: Parameters<HistoryStore['find']>[1],
  ): Promise<readonly CapacityPeriod[]> {
    const { pools, from, until } = filter;
    const client = await this.#connect();
    const query = client<PeriodRow>(TABLE)
      .where({ resolution })
      .where('start', '>=', from)
      .where('start', '<', until)
      .orderBy(['start', 'pool', 'unit']);
    if (pools) query.whereIn('pool', [...pools]);
    const rows: unknown[] = await query;
    return rows.flatMap(row => readPeriodRow(row) ?? []);
  }

  async edge(
    which: 'first' | 'last',
    resolution: Resolution,
    pool?: string,
  ): Promise<number | undefined> {
    const client = await this.#connect();
    const row = await client<PeriodRow>(TABLE)
      .where({ resolution, ...(pool !== undefined && { pool }) })
      .orderBy('start', which === 'first' ? 'asc' : 'desc')
      .first('start');
    return row === undefined ? undefined : Number(row.start);
  }

  async deleteBefore(resolution: Resolution, time: number): Promise<void> {
    const client = await this.#connect();
    await client<PeriodRow>(TABLE)
      .where({ resolution })
      .where('start', '<', time)
      .delete();
  }
}

function* batches(
  periods: readonly CapacityPeriod[],
  resolution: Resolution,
): Generator<PeriodRow[]> {
  for (let from = 0; from < periods.length; from += BATCH) {
    yield periods
      .slice(from, from + BATCH)
      .map(period => periodRow(period, resolution));
  }
}
