import type { Taint } from './clusterNode';
import type { ResourceAmounts } from './resourceAmounts';
import { SharedValues } from './SharedValues';

/**
 * Keeps one copy of what many nodes have in common: nodes of one kind have the same amounts and the same taints. What looks
 * at all nodes then stays with what it has read before.
 *
 * @public
 */
export class NodePartsPool {
  static create(): NodePartsPool {
    return new NodePartsPool();
  }

  readonly #amounts = new SharedValues<ResourceAmounts>();
  readonly #taints = new SharedValues<readonly Taint[]>();

  private constructor() {}

  amounts(amounts: ResourceAmounts): ResourceAmounts {
    return this.#amounts.share(amounts);
  }

  taints(taints: readonly Taint[]): readonly Taint[] {
    return this.#taints.share(taints);
  }
}
