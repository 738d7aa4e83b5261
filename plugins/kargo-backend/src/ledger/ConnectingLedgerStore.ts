import { ServiceUnavailableError, toError } from '@backstage/errors';
import type { LedgerEntry, LedgerFilter } from '@fairway/plugin-kargo-common';
import type { LedgerPage, LedgerStore, OpenThread } from './LedgerStore';

/**
 * A ledger that connects to its database when it is first used, and again when it is used after that failed. A database
 * that is away when the backend starts keeps nothing else of the plugin from working.
 */
export class ConnectingLedgerStore implements LedgerStore {
  static create(options: {
    readonly connect: () => Promise<LedgerStore>;
  }): ConnectingLedgerStore {
    return new ConnectingLedgerStore(options.connect);
  }

  readonly #connect: () => Promise<LedgerStore>;
  #connected: Promise<LedgerStore> | undefined;

  private constructor(connect: () => Promise<LedgerStore>) {
    this.#connect = connect;
  }

  async append(
    entries: readonly LedgerEntry[],
    recordedAt: Date,
  ): Promise<LedgerEntry[]> {
    return (await this.#store()).append(entries, recordedAt);
  }

  async find(
    filter: LedgerFilter,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<LedgerPage> {
    return (await this.#store()).find(filter, page);
  }

  async count(filter: LedgerFilter): Promise<number> {
    return (await this.#store()).count(filter);
  }

  async findByIds(ids: readonly string[]): Promise<LedgerEntry[]> {
    return (await this.#store()).findByIds(ids);
  }

  async findKnownIds(ids: readonly string[]): Promise<ReadonlySet<string>> {
    return (await this.#store()).findKnownIds(ids);
  }

  async listOpen(controlPlane: string): Promise<OpenThread[]> {
    return (await this.#store()).listOpen(controlPlane);
  }

  async deleteBefore(
    time: Date,
    options?: { readonly batchSize?: number },
  ): Promise<number> {
    return (await this.#store()).deleteBefore(time, options);
  }

  async #store(): Promise<LedgerStore> {
    this.#connected ??= this.#connect();
    try {
      return await this.#connected;
    } catch (error) {
      this.#connected = undefined;
      throw new ServiceUnavailableError(
        `The database of the history cannot be reached: ${
          toError(error).message
        }`,
      );
    }
  }
}
