import {
  compareQuotaWithHardware,
  flavorsWithoutNodes,
  isOfFlavor,
  type ClusterNode,
  type ClusterState,
  type NodeLedger,
  type QuotaAgainstHardware,
} from '@fairway/plugin-gpu-capacity-common';
import type { QueueState } from './ObservedQueues';

/** Flavors against the nodes of a cluster. */
export interface FlavorHardwareState {
  readonly rows: readonly QuotaAgainstHardware[];
  readonly withoutNodes: readonly string[];
  /** Nodes with accelerators, by flavor. */
  readonly nodes: ReadonlyMap<string, readonly ClusterNode[]>;
}

/** How long a look at all nodes is good for: labels and amounts of nodes change rarely. */
const MAX_AGE_MS = 30_000;

const NOTHING: FlavorHardwareState = {
  rows: [],
  withoutNodes: [],
  nodes: new Map(),
};

/** Holds flavors against nodes, and remembers for a while what it found. */
export class FlavorHardware {
  #state = NOTHING;
  #of: QueueState['tree'] | undefined;
  #nodes = -1;
  #readAt = -Infinity;

  current(
    cluster: ClusterState,
    ledgers: ReadonlyMap<string, NodeLedger>,
    queues: QueueState | undefined,
    now: number = Date.now(),
  ): FlavorHardwareState {
    if (!queues?.flavors) return NOTHING;
    // A joined state has a tree of its own.
    const isSame = this.#of === queues.tree && this.#nodes === ledgers.size;
    if (isSame && now - this.#readAt < MAX_AGE_MS) return this.#state;
    const { flavors, clusterQueues, cohorts = [] } = queues;
    const nodes = [...cluster.nodes()].map(({ node }) => node);
    const equipped = nodes.filter(({ name }) => ledgers.has(name));
    this.#state = {
      rows: compareQuotaWithHardware({
        clusterQueues,
        cohorts,
        flavors,
        nodes,
      }),
      withoutNodes: flavorsWithoutNodes(flavors, nodes),
      nodes: new Map(
        flavors.map(flavor => [
          flavor.name,
          equipped.filter(node => isOfFlavor(node, flavor)),
        ]),
      ),
    };
    this.#of = queues.tree;
    this.#nodes = ledgers.size;
    this.#readAt = now;
    return this.#state;
  }
}
