/**
 * A value that is slow to get and quick to give: a fresh one is given as it is, an ageing one too while the next is being
 * got, and an old one is waited for.
 */
export class RefreshedValue<T> {
  readonly #freshMs: number;
  readonly #keepMs: number;
  readonly #now: () => number;
  #loaded: { readonly value: T; readonly atMs: number } | undefined;
  #loading: Promise<T> | undefined;

  /**
   * @param options - `freshMs`: younger values are not got again; `keepMs`: older ones are not given any more
   */
  constructor(options: {
    readonly freshMs: number;
    readonly keepMs: number;
    readonly now?: () => number;
  }) {
    this.#freshMs = options.freshMs;
    this.#keepMs = options.keepMs;
    this.#now = options.now ?? Date.now;
  }

  /**
   * @param load - gets the value, with the rights of who asks now
   * @throws what loading throws, where there is no value that may still be given
   */
  async get(load: () => Promise<T>): Promise<T> {
    const loaded = this.#loaded;
    const ageMs = loaded ? this.#now() - loaded.atMs : Infinity;
    if (loaded && ageMs < this.#freshMs) return loaded.value;
    const loading = this.#refresh(load);
    if (!loaded || ageMs >= this.#keepMs) return loading;
    // Whoever gets the old value need not hear that the next one failed; who has to wait for it does.
    loading.catch(() => {});
    return loaded.value;
  }

  #refresh(load: () => Promise<T>): Promise<T> {
    this.#loading ??= load()
      .then(value => {
        this.#loaded = { value, atMs: this.#now() };
        return value;
      })
      .finally(() => {
        this.#loading = undefined;
      });
    return this.#loading;
  }
}
