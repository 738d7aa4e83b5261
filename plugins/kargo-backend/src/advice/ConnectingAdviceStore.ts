import type { JudgedAdvice } from '@fairway/plugin-kargo-common';
import { Connection } from '../database/Connection';
import type { AdviceRecord } from './AdviceRecord';
import type { AdviceStore } from './AdviceStore';

/** Advice in a database that may be away when the backend starts. */
export class ConnectingAdviceStore implements AdviceStore {
  static create(options: {
    readonly connect: () => Promise<AdviceStore>;
  }): ConnectingAdviceStore {
    return new ConnectingAdviceStore(
      new Connection({ what: 'the advice', ...options }),
    );
  }

  readonly #connection: Connection<AdviceStore>;

  private constructor(connection: Connection<AdviceStore>) {
    this.#connection = connection;
  }

  async insert(record: AdviceRecord) {
    return (await this.#connection.get()).insert(record);
  }

  async get(id: string) {
    return (await this.#connection.get()).get(id);
  }

  async judge(verdict: JudgedAdvice) {
    return (await this.#connection.get()).judge(verdict);
  }
}
