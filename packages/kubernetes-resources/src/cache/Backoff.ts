/** Pauses that grow while failures follow each other, with full jitter so that clients spread. */
export class Backoff {
  static create(options: {
    readonly minMs: number;
    readonly maxMs: number;
    /** Uniform in [0, 1). */
    readonly random?: () => number;
  }): Backoff {
    return new Backoff(options.minMs, options.maxMs, options.random);
  }

  readonly #minMs: number;
  readonly #maxMs: number;
  readonly #random: () => number;
  #failures = 0;

  private constructor(minMs: number, maxMs: number, random = Math.random) {
    this.#minMs = minMs;
    this.#maxMs = maxMs;
    this.#random = random;
  }

  /** The pause after one more failure, in milliseconds. */
  next(): number {
    const ceiling = Math.min(this.#maxMs, this.#minMs * 2 ** this.#failures);
    this.#failures += 1;
    return this.#random() * ceiling;
  }

  reset(): void {
    this.#failures = 0;
  }
}
