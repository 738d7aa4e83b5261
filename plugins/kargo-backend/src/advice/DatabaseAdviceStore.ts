import type { JudgedAdvice } from '@fairway/plugin-kargo-common';
import type { Knex } from 'knex';
import type { AdviceRecord } from './AdviceRecord';
import { fromAdviceRow, toAdviceRow, type AdviceRow } from './adviceRow';
import type { AdviceStore } from './AdviceStore';

/** Keeps advice in the plugin's database, SQLite or PostgreSQL. */
export class DatabaseAdviceStore implements AdviceStore {
  /** @param options - `client`: a database that has the tables already */
  static create(options: { readonly client: Knex }): DatabaseAdviceStore {
    return new DatabaseAdviceStore(options.client);
  }

  readonly #client: Knex;

  private constructor(client: Knex) {
    this.#client = client;
  }

  async insert(record: AdviceRecord): Promise<void> {
    await this.#client<AdviceRow>('advice').insert(toAdviceRow(record));
  }

  async get(id: string): Promise<AdviceRecord | undefined> {
    const row = await this.#client<AdviceRow>('advice').where({ id }).first();
    return row && fromAdviceRow(row);
  }

  async judge(given: JudgedAdvice): Promise<JudgedAdvice | undefined> {
    const { id, verdict, by, at } = given;
    // One statement, so that of two people at the same time one is first.
    await this.#client<AdviceRow>('advice')
      .where({ id })
      .andWhere(open =>
        open
          .whereNull('verdict')
          .orWhere(own => own.where('judged_by', by).whereNot({ verdict })),
      )
      .update({ verdict, judged_by: by, judged_at: Date.parse(at) });
    const record = await this.get(id);
    return record?.judged && { id, ...record.judged };
  }
}
