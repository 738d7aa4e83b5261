import type { LedgerEntry, LedgerFilter } from '@fairway/plugin-kargo-common';
import { Connection } from '../database/Connection';
import type { LedgerPage, LedgerStore, OpenThread } from './LedgerStore';

/** A ledger in a database that may be away when the backend starts. */
export class ConnectingLedgerStore implements LedgerStore {
  static create(options: {
    readonly connect: () => Promise<LedgerStore>;
  }): ConnectingLedgerStore {
    return new ConnectingLedgerStore(
      new Connection({ what: 'the history', ...options }),
    );
  }

  readonly #connection: Connection<LedgerStore>;

  private constructor(connection: Connection<LedgerStore>) {
    this.#connection = connection;
  }

  async append(
    entries: readonly LedgerEntry[],
    recordedAt: Date,
  ): Promise<LedgerEntry[]> {
    return (await this.#connection.get()).append(entries, recordedAt);
  }

  async find(
    filter: LedgerFilter,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<LedgerPage> {
    return (await this.#connection.get()).find(filter, page);
  }

  async count(filter: LedgerFilter): Promise<number> {
    return (await this.#connection.get()).count(filter);
  }

  async findByIds(ids: readonly string[]): Promise<LedgerEntry[]> {
    return (await this.#connection.get()).findByIds(ids);
  }

  async findKnownIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return (await this.#connection.get()).findKnownIds(ids);
  }

  async listOpen(controlPlane: string): Promise<OpenThread[]> {
    return (await this.#connection.get()).listOpen(controlPlane);
  }

  async deleteBefore(
    time: Date,
    options?: { readonly batchSize?: number },
  ): Promise<number> {
    return (await this.#connection.get()).deleteBefore(time, options);
  }
}
