import type {
  ClusterPod,
  NodeLedger,
  NodeState,
  ShapeDemand,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterBasics } from '../services/ClusterCapacity';

/** A cluster as it was at one moment, however long it takes to make figures of it. */
export interface ClusterMoment {
  readonly name: string;
  readonly nodesStatus: ClusterBasics['nodes']['state']['status'];
  readonly podsStatus: ClusterBasics['pods']['state']['status'];
  /** Nodes with accelerators. Of their pods, who is on them may have changed since: figures are made of the usage. */
  readonly nodes: ReadonlyArray<{
    readonly state: NodeState;
    readonly ledger: NodeLedger;
  }>;
  readonly unbound: readonly ClusterPod[];
  readonly demand: readonly ShapeDemand[];
  /** Shapes with accelerators of the pods that were there. */
  readonly present: readonly ShapeDemand[];
}

/** What the state of a cluster is now: nodes, usages and ledgers are never changed, only replaced. */
export function clusterMoment(cluster: ClusterBasics): ClusterMoment {
  const { state, ledgers } = cluster;
  return {
    name: cluster.name,
    nodesStatus: cluster.nodes.state.status,
    podsStatus: cluster.pods.state.status,
    nodes: [...ledgers].flatMap(([name, ledger]) => {
      const live = state.node(name);
      return live
        ? [
            {
              state: { ...live, nominated: new Map(live.nominated) },
              ledger,
            },
          ]
        : [];
    }),
    unbound: [...state.unbound.values()],
    demand: cluster.demand,
    present: cluster.present,
  };
}
