import type { ResourceObservation } from '@fairway/kubernetes-resources';

const NOTHING: readonly never[] = [];

/** The items of an observation by group, kept current by its changes, so that a reader need not look through all. */
export class GroupedItems<T> {
  readonly #groupOf: (item: T) => string;
  readonly #groups = new Map<string, Map<string, T>>();
  readonly #lists = new Map<string, readonly T[]>();
  readonly #unsubscribe: () => void;

  constructor(options: {
    readonly observation: ResourceObservation<T>;
    readonly groupOf: (item: T) => string;
  }) {
    this.#groupOf = options.groupOf;
    this.#unsubscribe = options.observation.subscribe(changes => {
      for (const { key, before, after } of changes) {
        if (before !== undefined) this.#remove(key, before);
        if (after !== undefined) this.#put(key, after);
      }
    });
    for (const [key, item] of options.observation.snapshot().items) {
      this.#put(key, item);
    }
  }

  /** By key, `namespace/name`. */
  of(group: string): ReadonlyMap<string, T> {
    return this.#groups.get(group) ?? new Map();
  }

  /** The same list as long as nothing in the group changes, so that what is made of it can be kept. */
  listOf(group: string): readonly T[] {
    const known = this.#lists.get(group);
    if (known) return known;
    const items = this.#groups.get(group);
    if (!items) return NOTHING;
    const list = [...items.values()];
    this.#lists.set(group, list);
    return list;
  }

  groups(): IterableIterator<string> {
    return this.#groups.keys();
  }

  close(): void {
    this.#unsubscribe();
    this.#groups.clear();
    this.#lists.clear();
  }

  #put(key: string, item: T): void {
    const group = this.#groupOf(item);
    const items = this.#groups.get(group) ?? new Map<string, T>();
    this.#groups.set(group, items.set(key, item));
    this.#lists.delete(group);
  }

  #remove(key: string, item: T): void {
    const group = this.#groupOf(item);
    const items = this.#groups.get(group);
    items?.delete(key);
    this.#lists.delete(group);
    if (items?.size === 0) this.#groups.delete(group);
  }
}
