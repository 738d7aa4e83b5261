import type { ImmovableReason, PodOwner } from './clusterPod';
import type { PodShape } from './podShape';
import { SharedValues } from './SharedValues';

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
