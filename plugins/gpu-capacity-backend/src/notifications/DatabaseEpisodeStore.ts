import type { Knex } from 'knex';
import type { EpisodeStore } from './EpisodeStore';

const TABLE = 'capacity_episodes';

/** A replica that has not told by then was stopped. */
const CLAIM_MS = 10 * 60_000;

const BATCH = 100;

/** PostgreSQL gives big integers as text. */
interface EpisodeRow {
  readonly id: string;
  readonly began_at: number | string;
  readonly seen_at: number | string;
  readonly claimed_at: number | string | null;
  readonly told_at: number | string | null;
}

/** In the plugin's database, SQLite or PostgreSQL, which is connected to when it is first needed. */
export class DatabaseEpisodeStore implements EpisodeStore {
  readonly #connect: () => Promise<Knex>;

  /** @param options - `connect`: gives a database that has the tables already */
  constructor(options: { readonly connect: () => Promise<Knex> }) {
    this.#connect = options.connect;
  }

  async see(
    ids: readonly string[],
    at: number,
    { pauseMs }: { readonly pauseMs: number },
  ): Promise<ReadonlyMap<string, number>> {
    const client = await this.#connect();
    // What was away for longer is over: if it is back, that is another episode.
    await client<EpisodeRow>(TABLE)
      .where('seen_at', '<', at - pauseMs)
      .delete();
    const since = new Map<string, number>();
    for (let from = 0; from < ids.length; from += BATCH) {
      const batch = ids.slice(from, from + BATCH);
      await client<EpisodeRow>(TABLE)
        .insert(batch.map(id => ({ id, began_at: at, seen_at: at })))
        .onConflict('id')
        .merge(['seen_at']);
      const rows = await client<EpisodeRow>(TABLE)
        .whereIn('id', batch)
        .select('id', 'began_at');
      for (const { id, began_at } of rows) since.set(id, Number(began_at));
    }
    return since;
  }

  async claim(id: string, at: number): Promise<boolean> {
    const client = await this.#connect();
    const claimed = await client<EpisodeRow>(TABLE)
      .where({ id })
      .whereNull('told_at')
      .where(open =>
        open.whereNull('claimed_at').orWhere('claimed_at', '<', at - CLAIM_MS),
      )
      .update({ claimed_at: at });
    return claimed === 1;
  }

  async note(id: string, at: number): Promise<void> {
    const client = await this.#connect();
    await client<EpisodeRow>(TABLE).where({ id }).update({ told_at: at });
  }

  async release(id: string): Promise<void> {
    const client = await this.#connect();
    await client<EpisodeRow>(TABLE)
      .where({ id })
      .whereNull('told_at')
      .update({ claimed_at: null });
  }
}
