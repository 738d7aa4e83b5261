import type { Knex } from 'knex';
import type { FreezeNoticeStore } from './FreezeNoticeStore';

const TABLE = 'freeze_notices';

/** A replica that has not told by then was stopped. */
const CLAIM_MS = 10 * 60_000;

interface FreezeNoticeRow {
  readonly id: string;
  readonly claimed_at: number;
  readonly told_at: number | null;
}

/** In the plugin's database, SQLite or PostgreSQL, which is connected to when it is first needed. */
export class DatabaseFreezeNoticeStore implements FreezeNoticeStore {
  readonly #connect: () => Promise<Knex>;

  /** @param options - `connect`: gives a database that has the tables already */
  constructor(options: { readonly connect: () => Promise<Knex> }) {
    this.#connect = options.connect;
  }

  async claim(id: string, at: Date): Promise<boolean> {
    const client = await this.#connect();
    const claimed_at = at.getTime();
    const inserted = await client<FreezeNoticeRow>(TABLE)
      .insert({ id, claimed_at })
      .onConflict('id')
      .ignore()
      .returning('id');
    if (inserted.length > 0) return true;
    const taken = await client<FreezeNoticeRow>(TABLE)
      .where({ id })
      .whereNull('told_at')
      .where('claimed_at', '<', claimed_at - CLAIM_MS)
      .update({ claimed_at });
    return taken === 1;
  }

  async note(id: string, at: Date): Promise<void> {
    const client = await this.#connect();
    await client<FreezeNoticeRow>(TABLE)
      .where({ id })
      .update({ told_at: at.getTime() });
  }

  async release(id: string): Promise<void> {
    const client = await this.#connect();
    await client<FreezeNoticeRow>(TABLE)
      .where({ id })
      .whereNull('told_at')
      .delete();
  }

  async deleteBefore(time: Date): Promise<void> {
    const client = await this.#connect();
    await client<FreezeNoticeRow>(TABLE)
      .where('claimed_at', '<', time.getTime())
      .delete();
  }
}
