/** A value that is asked for again when it has become old, by one at a time. */
export class Refreshed<T> {
  readonly #load: () => Promise<T>;
  readonly #lifetimeMs: (value: T) => number;
  readonly #graceMs: number;
  readonly #now: () => number;
  #known: { readonly value: T; readonly until: number } | undefined;
  #loading: Promise<T> | undefined;

  /**
   * @param options - `load` must not reject; `lifetimeMs`: for how long a value is good; `graceMs`: for how long it is
   *   given out afterwards, while a new one is asked for
   */
  constructor(options: {
    readonly load: () => Promise<T>;
    readonly lifetimeMs: (value: T) => number;
    readonly graceMs?: number;
    readonly now: () => number;
  }) {
    this.#load = options.load;
    this.#lifetimeMs = options.lifetimeMs;
    this.#graceMs = options.graceMs ?? 0;
    this.#now = options.now;
  }

  async get(): Promise<T> {
    const known = this.#known;
    if (known && this.#now() < known.until) return known.value;
    this.#loading ??= this.#refresh();
    return known && this.#now() < known.until + this.#graceMs
      ? known.value
      : this.#loading;
  }

  async #refresh(): Promise<T> {
    try {
      const value = await this.#load();
      this.#known = { value, until: this.#now() + this.#lifetimeMs(value) };
      return value;
    } finally {
      this.#loading = undefined;
    }
  }
}
