import type { ResourceChange } from '../service';
import type { ResourceItems } from './ResourceItems';
import type { TimeSlice } from './TimeSlice';

/**
 * A new list that is gathered beside the present items, together with what changes when it takes their place. A list can
 * have a hundred thousand objects, so all of the work is done in slices of time.
 */
export class Relist<T> {
  static of<T>(present: ResourceItems<T>): Relist<T> {
    return new Relist(present);
  }

  readonly #present: ResourceItems<T>;
  readonly #successor: ResourceItems<T>;
  readonly #changes: ResourceChange<T>[] = [];

  private constructor(present: ResourceItems<T>) {
    this.#present = present;
    this.#successor = present.createSuccessor();
  }

  async take(objects: readonly unknown[], slice: TimeSlice): Promise<void> {
    for (const object of objects) {
      const added = this.#successor.put(object, this.#present);
      if (added) {
        const { key, after } = added;
        const before = this.#present.items.get(key);
        if (before !== after) {
          this.#changes.push({ key, before, after });
        }
      }
      if (slice.isOver) {
        await slice.rest();
      }
    }
  }

  /** @returns what to put in the place of the present items, and what changes by that */
  async finish(slice: TimeSlice): Promise<{
    readonly successor: ResourceItems<T>;
    readonly changes: readonly ResourceChange<T>[];
  }> {
    for (const [key, before] of this.#present.items) {
      if (!this.#successor.items.has(key)) {
        this.#changes.push({ key, before, after: undefined });
      }
      if (slice.isOver) {
        await slice.rest();
      }
    }
    return { successor: this.#successor, changes: this.#changes };
  }
}
