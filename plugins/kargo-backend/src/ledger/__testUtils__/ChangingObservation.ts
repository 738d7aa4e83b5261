import type {
  MalformedObject,
  ObservationState,
  ResourceChange,
  ResourceObservation,
  ResourceSnapshot,
} from '@fairway/kubernetes-resources';

/** An observation that tests change by hand; listeners hear of it at once. */
export class ChangingObservation<T> implements ResourceObservation<T> {
  readonly #items = new Map<string, T>();
  readonly #listeners = new Set<
    (changes: ReadonlyArray<ResourceChange<T>>) => void
  >();
  malformed: readonly MalformedObject[] = [];
  /** Live as of now where it is not set. */
  state: ObservationState | undefined;

  get listeners(): number {
    return this.#listeners.size;
  }

  put(key: string, after: T | undefined): void {
    const before = this.#items.get(key);
    if (after === undefined) this.#items.delete(key);
    else this.#items.set(key, after);
    for (const listener of this.#listeners) listener([{ key, before, after }]);
  }

  /** Listeners hear of it, as of a change of nothing. */
  changeState(state: ObservationState | undefined): void {
    this.state = state;
    for (const listener of this.#listeners) listener([]);
  }

  /** A change of which nobody is told, as where the watch broke. */
  putUnheard(key: string, after: T | undefined): void {
    if (after === undefined) this.#items.delete(key);
    else this.#items.set(key, after);
  }

  snapshot(): ResourceSnapshot<T> {
    const { malformed } = this;
    const state = this.state ?? { status: 'live', asOf: new Date() };
    return { state, items: this.#items, malformed };
  }

  async settled(): Promise<ResourceSnapshot<T>> {
    return this.snapshot();
  }

  subscribe(
    listener: (changes: ReadonlyArray<ResourceChange<T>>) => void,
  ): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#listeners.clear();
  }
}
