import type { ImmovableReason, PodOwner } from './clusterPod';
import type { PodShape } from './podShape';

/** Above this many entries a table is begun anew: what is in use stays with those that use it. */
const MAX_ENTRIES = 50_000;

/** Gives the first value that has the same JSON as a value. */
class SharedValues<T> {
  readonly #values = new Map<string, T>();

  share(value: T): T {
    const key = JSON.stringify(value);
    const known = this.#values.get(key);
    if (known !== undefined) return known;
    if (this.#values.size >= MAX_ENTRIES) this.#values.clear();
    this.#values.set(key, value);
    return value;
  }
}

/**
 * Keeps one copy of what many pods have in common: pods of one template differ in little more than their names.
 *
 * @public
 */
export class ShapePool {
  static create(): ShapePool {
    return new ShapePool();
  }

  readonly #shapes = new SharedValues<PodShape>();
  readonly #labels = new SharedValues<Readonly<Record<string, string>>>();
  readonly #owners = new SharedValues<PodOwner>();
  readonly #immovable = new SharedValues<readonly ImmovableReason[]>();
  readonly #texts = new SharedValues<string>();

  private constructor() {}

  shape(shape: PodShape): PodShape {
    return this.#shapes.share(shape);
  }

  labels(
    labels: Readonly<Record<string, string>>,
  ): Readonly<Record<string, string>> {
    return this.#labels.share(labels);
  }

  owner(owner: PodOwner): PodOwner {
    return this.#owners.share(owner);
  }

  immovable(reasons: readonly ImmovableReason[]): readonly ImmovableReason[] {
    return this.#immovable.share(reasons);
  }

  text(text: string): string {
    return this.#texts.share(text);
  }
}
