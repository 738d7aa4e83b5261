/** Lets searches begin until those before them have taken long enough: the last one may take as long as it takes. */
export class SearchTime {
  readonly #limitMs: number;
  readonly #now: () => number;
  #spentMs = 0;

  /** @param options - `now`: in milliseconds since any moment */
  constructor(options: {
    readonly limitMs: number;
    readonly now?: () => number;
  }) {
    this.#limitMs = options.limitMs;
    this.#now = options.now ?? (() => performance.now());
  }

  /** @returns `undefined` where there is no time left to begin */
  run<T>(search: () => T): T | undefined {
    if (this.#spentMs >= this.#limitMs) return undefined;
    const startedMs = this.#now();
    const found = search();
    this.#spentMs += this.#now() - startedMs;
    return found;
  }
}
