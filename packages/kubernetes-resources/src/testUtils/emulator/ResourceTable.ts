import type { KubernetesObject } from './KubernetesObject';

/**
 * One change of one object.
 *
 * @public
 */
export interface StoredEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly revision: number;
  readonly key: string;
  /** The new state; of a deleted object the last one, with the revision of the deletion. */
  readonly object: KubernetesObject;
  readonly previous: KubernetesObject | undefined;
}

/**
 * A state of one resource.
 *
 * @public
 */
export interface TableSnapshot {
  readonly objects: ReadonlyMap<string, KubernetesObject>;
  readonly sortedKeys: readonly string[];
}

const MAX_HISTORY = 20_000;

/**
 * The objects of one resource, and how they came to be, as far back as the last compaction.
 *
 * @public
 */
export class ResourceTable {
  readonly #objects = new Map<string, KubernetesObject>();
  readonly #listeners = new Set<(event: StoredEvent) => void>();
  #history: StoredEvent[] = [];
  #sortedKeys: readonly string[] | undefined;
  #past:
    | { readonly revision: number; readonly snapshot: TableSnapshot }
    | undefined;
  /** Events up to this revision are forgotten. */
  #forgottenRevision = 0;

  get(key: string): KubernetesObject | undefined {
    return this.#objects.get(key);
  }

  get forgottenRevision(): number {
    return this.#forgottenRevision;
  }

  current(): TableSnapshot {
    this.#sortedKeys ??= [...this.#objects.keys()].sort();
    return { objects: this.#objects, sortedKeys: this.#sortedKeys };
  }

  /** The state as of a revision, or `undefined` where that is forgotten. */
  at(revision: number): TableSnapshot | undefined {
    if (revision < this.#forgottenRevision) {
      return undefined;
    }
    const last = this.#history[this.#history.length - 1];
    if (!last || last.revision <= revision) {
      return this.current();
    }
    if (this.#past?.revision === revision) {
      return this.#past.snapshot;
    }
    const objects = new Map(this.#objects);
    for (let index = this.#history.length - 1; index >= 0; index--) {
      const event = this.#history[index];
      if (event.revision <= revision) {
        break;
      }
      if (event.previous) {
        objects.set(event.key, event.previous);
      } else {
        objects.delete(event.key);
      }
    }
    const snapshot = { objects, sortedKeys: [...objects.keys()].sort() };
    this.#past = { revision, snapshot };
    return snapshot;
  }

  eventsAfter(revision: number): readonly StoredEvent[] {
    return this.#history.filter(event => event.revision > revision);
  }

  record(event: StoredEvent): void {
    if (event.type === 'DELETED') {
      this.#objects.delete(event.key);
      this.#sortedKeys = undefined;
    } else {
      if (!this.#objects.has(event.key)) {
        this.#sortedKeys = undefined;
      }
      this.#objects.set(event.key, event.object);
    }
    this.#history.push(event);
    if (this.#history.length > 2 * MAX_HISTORY) {
      this.forget(this.#history[MAX_HISTORY].revision);
    }
    for (const listener of [...this.#listeners]) {
      listener(event);
    }
  }

  /** Stores without an event, for what exists before the first request. */
  seed(key: string, object: KubernetesObject): void {
    this.#objects.set(key, object);
    this.#sortedKeys = undefined;
  }

  forget(revision: number): void {
    this.#history = this.#history.filter(event => event.revision > revision);
    this.#forgottenRevision = Math.max(this.#forgottenRevision, revision);
    this.#past = undefined;
  }

  subscribe(listener: (event: StoredEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
