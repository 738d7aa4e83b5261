import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import type { PlatformFactStore } from './PlatformFactStore';

const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

/**
 * The store, once its database can be reached. A database that is away when the backend starts must not keep the plugin
 * from starting, so connecting is tried again with back-off until it works.
 */
export class FactStoreConnection {
  static create(options: {
    readonly connect: () => Promise<PlatformFactStore>;
    readonly onConnected: (store: PlatformFactStore) => Promise<void>;
    readonly logger: LoggerService;
  }): FactStoreConnection {
    return new FactStoreConnection(options);
  }

  readonly #connect: () => Promise<PlatformFactStore>;
  readonly #onConnected: (store: PlatformFactStore) => Promise<void>;
  readonly #logger: LoggerService;
  #store: PlatformFactStore | undefined;
  #retry: NodeJS.Timeout | undefined;
  #retryMs = FIRST_RETRY_MS;
  #lastError: Error | undefined;
  #stopped = false;

  private constructor(options: {
    readonly connect: () => Promise<PlatformFactStore>;
    readonly onConnected: (store: PlatformFactStore) => Promise<void>;
    readonly logger: LoggerService;
  }) {
    this.#connect = options.connect;
    this.#onConnected = options.onConnected;
    this.#logger = options.logger;
  }

  /** Tries to connect, now and until it works. Resolves after the first try, or after some milliseconds if that is earlier. */
  async startWithin(limitMs: number): Promise<void> {
    let limit: NodeJS.Timeout | undefined;
    const elapsed = new Promise<void>(resolve => {
      limit = setTimeout(resolve, limitMs);
    });
    await Promise.race([this.#try(), elapsed]);
    clearTimeout(limit);
  }

  async #try(): Promise<void> {
    try {
      const store = await this.#connect();
      // First, because what is started next may want the store at once.
      this.#store = store;
      await this.#onConnected(store);
    } catch (error) {
      this.#retryLater(toError(error));
    }
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#retry);
  }

  /** @throws ServiceUnavailableError while the database cannot be reached */
  get(): PlatformFactStore {
    if (!this.#store) {
      throw new ServiceUnavailableError(
        'The scorecard cannot reach its database yet and keeps trying; facts wait in memory. ' +
          'Ask who runs this Backstage to look at the log of the plugin platform-scorecard.',
      );
    }
    return this.#store;
  }

  #retryLater(error: Error): void {
    if (this.#stopped) {
      return;
    }
    // The database service of Backstage remembers a failure to create the database until the process ends.
    const advice =
      error === this.#lastError
        ? '. The same failure is handed out again: restart the backend, or set backend.database.ensureExists to false'
        : '';
    this.#logger.warn(
      `The database is not ready, next try in ${this.#retryMs} ms: ${
        error.message
      }${advice}`,
    );
    this.#lastError = error;
    this.#retry = setTimeout(() => void this.#try(), this.#retryMs);
    this.#retry.unref();
    this.#retryMs = Math.min(this.#retryMs * 2, LAST_RETRY_MS);
  }
}
