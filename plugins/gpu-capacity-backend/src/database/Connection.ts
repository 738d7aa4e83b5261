import { ServiceUnavailableError, toError } from '@backstage/errors';

/**
 * Something that is connected to when it is first used, and again when it is used after that failed: a database that is
 * away when the backend starts keeps nothing else of the plugin from working.
 */
export class Connection<T> {
  readonly #what: string;
  readonly #connect: () => Promise<T>;
  #connected: Promise<T> | undefined;

  /** @param options - `what`: in words, "the history" */
  constructor(options: {
    readonly what: string;
    readonly connect: () => Promise<T>;
  }) {
    this.#what = options.what;
    this.#connect = options.connect;
  }

  /** @throws `ServiceUnavailableError` where it cannot be reached now */
  async get(): Promise<T> {
    this.#connected ??= this.#connect();
    try {
      return await this.#connected;
    } catch (error) {
      this.#connected = undefined;
      throw new ServiceUnavailableError(
        `The database of ${this.#what} cannot be reached: ${
          toError(error).message
        }`,
      );
    }
  }
}
