import {
  matchesLabels,
  workloadOf,
  type GpuScope,
  type WorkloadDemand,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';

type WorkloadScope = Extract<GpuScope, { status: 'workload' }>;

/** For each the nodes are looked through several times. */
const MAX_DEMANDS = 10;

/** Workloads of a component in a cluster: by their labels, those of the pods that they make, and those of their pods. */
export function componentDemands(
  scope: WorkloadScope,
  cluster: ClusterView,
): readonly WorkloadDemand[] {
  const { workloads, acceleratorPods } = cluster;
  const isMeant = (of: {
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
  }) =>
    (scope.namespace === undefined || scope.namespace === of.namespace) &&
    matchesLabels(scope.podSelector, of.labels);
  const found = new Set(
    [...workloads.tops.values()].filter(({ namespace, labels, pieces }) =>
      [labels, ...pieces.map(({ podTemplate }) => podTemplate.labels)].some(
        own => isMeant({ namespace, labels: own }),
      ),
    ),
  );
  for (const pod of acceleratorPods.all.values()) {
    const owner = isMeant(pod) ? workloadOf(pod) : undefined;
    const demand = owner && workloads.topOf(owner);
    if (demand) found.add(demand);
  }
  return [...found]
    .sort(
      (a, b) =>
        a.namespace.localeCompare(b.namespace) || a.name.localeCompare(b.name),
    )
    .slice(0, MAX_DEMANDS);
}
