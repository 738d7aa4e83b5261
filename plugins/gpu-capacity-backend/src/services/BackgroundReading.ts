import { setTimeout as delay } from 'node:timers/promises';

/** What was read last, asked for again in the background: nobody who opens a page waits for it. */
export class BackgroundReading<T> {
  readonly #ask: () => Promise<T>;
  readonly #maxAgeMs: number;
  #known: T | undefined;
  #askedAt = -Infinity;
  #asking: Promise<void> | undefined;

  /** @param options - `ask` must not reject; `maxAgeMs`: after which it is asked for again */
  constructor(options: {
    readonly ask: () => Promise<T>;
    readonly maxAgeMs: number;
  }) {
    this.#ask = options.ask;
    this.#maxAgeMs = options.maxAgeMs;
  }

  /** What is known now, `undefined` before the first answer; asks anew where that is old. */
  current(now: number = Date.now()): T | undefined {
    if (now - this.#askedAt >= this.#maxAgeMs) this.#refresh(now);
    return this.#known;
  }

  /** Waits for the first answer, but not for longer than that. */
  async settled(options: { readonly timeoutMs: number }): Promise<void> {
    if (this.#known !== undefined) return;
    const timeout = new AbortController();
    await Promise.race([
      this.#refresh(Date.now()),
      delay(options.timeoutMs, undefined, { signal: timeout.signal }).catch(
        () => {},
      ),
    ]);
    timeout.abort();
  }

  #refresh(now: number): Promise<void> {
    this.#askedAt = now;
    this.#asking ??= this.#ask()
      .then(answer => {
        this.#known = answer;
      })
      .finally(() => {
        this.#asking = undefined;
      });
    return this.#asking;
  }
}
