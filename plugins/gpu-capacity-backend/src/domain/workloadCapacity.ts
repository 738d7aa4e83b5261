import { freshnessOf } from '@fairway/kubernetes-resources';
import {
  holdingSentence,
  matchesLabels,
  type AcceleratorRegistry,
  type ClusterPod,
  type GpuScope,
  type PodView,
  type WorkloadCapacity,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';

export type WorkloadScope = Extract<GpuScope, { status: 'workload' }>;

/** The view of the pods of a component, over all clusters. */
export function workloadCapacity(options: {
  readonly scope: WorkloadScope;
  readonly clusters: readonly ClusterView[];
  readonly registry: AcceleratorRegistry;
  /** Whether the reader may know names of its pods. */
  readonly mayName: boolean;
}): WorkloadCapacity {
  const { scope, clusters, registry, mayName } = options;
  const pods = clusters.flatMap(cluster =>
    podsOf(scope, cluster)
      .filter(pod => asksForDevices(pod, registry))
      .map(pod => podView(cluster, pod, registry)),
  );
  const named: Pick<WorkloadCapacity, 'pods' | 'hidden'> = mayName
    ? { pods: pods.sort(byPlace), hidden: { pods: 0, devices: {} } }
    : { pods: [], hidden: hiddenOf(pods) };
  return {
    scope: 'workload',
    headline: holdingSentence(named),
    clusters: clusters.map(({ name, title, pods: observed }) => ({
      cluster: { name, title },
      freshness: freshnessOf(observed.state),
      malformed: mayName
        ? observed.malformed.filter(({ key }) =>
            scope.namespace ? key.startsWith(`${scope.namespace}/`) : true,
          )
        : [],
    })),
    ...named,
    demands: [],
  };
}

/** The pods of a component in one cluster. */
export function podsOf(
  scope: WorkloadScope,
  cluster: ClusterView,
): readonly ClusterPod[] {
  return [...cluster.state.pods.values()].filter(
    pod =>
      (scope.namespace === undefined || scope.namespace === pod.namespace) &&
      matchesLabels(scope.podSelector, pod.labels),
  );
}

function asksForDevices(
  pod: ClusterPod,
  registry: AcceleratorRegistry,
): boolean {
  return (
    pod.shape.claims.length > 0 ||
    Object.entries(pod.shape.requests).some(
      ([resource, amount]) => amount > 0 && registry.isCounted(resource),
    )
  );
}

function podView(
  cluster: ClusterView,
  pod: ClusterPod,
  registry: AcceleratorRegistry,
): PodView {
  const { namespace, name, node, holding, waste, unschedulable } = pod;
  return {
    cluster: cluster.name,
    namespace,
    name,
    node,
    product: node ? cluster.state.node(node)?.node.product : undefined,
    holding,
    accelerators: { ...registry.counted(pod.shape.requests) },
    waste,
    pending: unschedulable,
  };
}

/** Units that are held by pods whose names are not given. */
function hiddenOf(pods: readonly PodView[]): WorkloadCapacity['hidden'] {
  const devices: Record<string, number> = {};
  for (const pod of pods) {
    if (pod.node === undefined) continue;
    for (const [resource, count] of Object.entries(pod.accelerators)) {
      devices[resource] = (devices[resource] ?? 0) + count;
    }
  }
  return { pods: pods.length, devices };
}

function byPlace(a: PodView, b: PodView): number {
  return (
    a.cluster.localeCompare(b.cluster) ||
    a.namespace.localeCompare(b.namespace) ||
    a.name.localeCompare(b.name)
  );
}
