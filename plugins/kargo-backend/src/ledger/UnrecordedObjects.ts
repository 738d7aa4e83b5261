import type { ResourceObservation } from '@fairway/kubernetes-resources';

/** Past this many keys, looking at all objects is cheaper than remembering which changed. */
const MAX_KEYS = 10_000;
const MAX_GONE = 1_000;

/**
 * Which objects of one resource the ledger has not recorded since they changed. What does not fit into its memory is found
 * again by looking at all objects.
 */
export class UnrecordedObjects<T extends object> {
  static create<T extends object>(options: {
    readonly observation: ResourceObservation<T>;
    readonly onChange: () => void;
  }): UnrecordedObjects<T> {
    return new UnrecordedObjects(options.observation, options.onChange);
  }

  readonly observation: ResourceObservation<T>;
  readonly #unsubscribe: () => void;
  /** An object that changes is a new one, so that nothing needs to be compared. */
  readonly #recorded = new WeakSet<T>();
  /** Gone before they were recorded. */
  readonly #gone = new Set<T>();
  readonly #changed = new Set<string>();
  /** Whether all objects have to be looked at. */
  #all = true;

  private constructor(
    observation: ResourceObservation<T>,
    onChange: () => void,
  ) {
    this.observation = observation;
    this.#unsubscribe = observation.subscribe(changes => {
      for (const { key, before, after } of changes) {
        if (after) this.#note(key);
        else if (before) this.#noteGone(before);
      }
      onChange();
    });
  }

  /** Whether it is known what there is, or that it cannot be known. */
  get settled(): boolean {
    return this.observation.snapshot().state.status !== 'loading';
  }

  get changed(): boolean {
    return this.#all || this.#changed.size > 0 || this.#gone.size > 0;
  }

  /** The objects to record. They stay unrecorded until they are marked. */
  list(): T[] {
    const { items } = this.observation.snapshot();
    const candidates = this.#all
      ? [...items.values()]
      : [...this.#changed].flatMap(key => items.get(key) ?? []);
    this.#all = false;
    this.#changed.clear();
    return [...this.#gone, ...candidates].filter(
      item => !this.#recorded.has(item),
    );
  }

  markRecorded(items: readonly T[]): void {
    for (const item of items) {
      this.#recorded.add(item);
      this.#gone.delete(item);
    }
  }

  /** Looks at all objects the next time. */
  reconsider(): void {
    this.#all = true;
    this.#changed.clear();
  }

  close(): void {
    this.#unsubscribe();
  }

  #note(key: string): void {
    if (this.#all) return;
    this.#changed.add(key);
    if (this.#changed.size > MAX_KEYS) this.reconsider();
  }

  #noteGone(item: T): void {
    if (this.#gone.size < MAX_GONE && !this.#recorded.has(item)) {
      this.#gone.add(item);
    }
  }
}
