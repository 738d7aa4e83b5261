/** Longest time for which the event loop is held up. */
const SLICE_MS = 8;
/** Below this number of items nothing is gained by taking turns. */
const SMALL = 500;

/**
 * Works off many items in slices of time, in their order, so that a first list of a large cluster holds nothing else up.
 */
export class SlicedWork<T> {
  readonly #work: (item: T) => void;
  #backlog: T[] = [];
  #position = 0;
  #idle: Array<() => void> = [];

  constructor(work: (item: T) => void) {
    this.#work = work;
  }

  /** Whether all items that were given are worked off. */
  get isDone(): boolean {
    return this.#backlog.length === 0;
  }

  push(items: readonly T[]): void {
    if (this.isDone && items.length <= SMALL) {
      for (const item of items) this.#work(item);
      return;
    }
    const isFirst = this.isDone;
    for (const item of items) this.#backlog.push(item);
    if (isFirst && !this.isDone) setImmediate(() => this.#slice());
  }

  /** Ends when nothing is left to do. */
  done(): Promise<void> {
    return this.isDone
      ? Promise.resolve()
      : new Promise(resolve => {
          this.#idle.push(resolve);
        });
  }

  #slice(): void {
    const until = performance.now() + SLICE_MS;
    while (this.#position < this.#backlog.length && performance.now() < until) {
      this.#work(this.#backlog[this.#position]);
      this.#position += 1;
    }
    if (this.#position < this.#backlog.length) {
      setImmediate(() => this.#slice());
      return;
    }
    this.#backlog = [];
    this.#position = 0;
    const waiting = this.#idle;
    this.#idle = [];
    for (const resolve of waiting) resolve();
  }
}
