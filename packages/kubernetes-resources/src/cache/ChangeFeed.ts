import { toError } from '@backstage/errors';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ResourceChange } from '../service';

type Listener<T> = (changes: ReadonlyArray<ResourceChange<T>>) => void;

interface Batch<T> {
  readonly listeners: ReadonlySet<Listener<T>>;
  readonly changes: (readonly ResourceChange<T>[])[];
}

/** Tells listeners what changed, once for all that happened in one turn of the event loop. */
export class ChangeFeed<T> {
  static create<T>(options: { readonly logger: LoggerService }): ChangeFeed<T> {
    return new ChangeFeed(options.logger);
  }

  readonly #logger: LoggerService;
  #listeners: ReadonlySet<Listener<T>> = new Set();
  /** A new batch begins when somebody subscribes, so that nobody hears of what was before. */
  #batches: Batch<T>[] = [];

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  subscribe(listener: Listener<T>): () => void {
    // Two subscriptions of the same function are two subscriptions.
    const own: Listener<T> = changes => listener(changes);
    this.#listeners = new Set([...this.#listeners, own]);
    return () => {
      this.#listeners = new Set([...this.#listeners].filter(l => l !== own));
    };
  }

  /** Records changes of items, or of the state alone where there are none. */
  record(changes: readonly ResourceChange<T>[]): void {
    if (this.#listeners.size === 0) {
      return;
    }
    this.#currentBatch().changes.push(changes);
  }

  #currentBatch(): Batch<T> {
    const last = this.#batches.at(-1);
    if (last?.listeners === this.#listeners) {
      return last;
    }
    const batch = { listeners: this.#listeners, changes: [] };
    this.#batches.push(batch);
    if (this.#batches.length === 1) {
      setImmediate(() => this.#deliver());
    }
    return batch;
  }

  #deliver(): void {
    const batches = this.#batches;
    this.#batches = [];
    for (const { listeners, changes } of batches) {
      const merged = mergeChanges(changes);
      for (const listener of listeners) {
        if (this.#listeners.has(listener)) {
          this.#tell(listener, merged);
        }
      }
    }
  }

  #tell(listener: Listener<T>, changes: readonly ResourceChange<T>[]): void {
    try {
      listener(changes);
    } catch (error) {
      this.#logger.error('A listener of an observation failed', toError(error));
    }
  }
}

/** One change for each key, without those that came and went. */
function mergeChanges<T>(
  parts: readonly (readonly ResourceChange<T>[])[],
): readonly ResourceChange<T>[] {
  const filled = parts.filter(part => part.length > 0);
  if (filled.length <= 1) {
    return filled[0] ?? [];
  }
  const merged = new Map<string, ResourceChange<T>>();
  for (const change of filled.flat()) {
    const earlier = merged.get(change.key);
    merged.set(
      change.key,
      earlier ? { ...change, before: earlier.before } : change,
    );
  }
  return [...merged.values()].filter(({ before, after }) => before !== after);
}
