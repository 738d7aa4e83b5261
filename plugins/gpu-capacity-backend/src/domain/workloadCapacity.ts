import { freshnessOf } from '@fairway/kubernetes-resources';
import {
  matchesLabels,
  workloadHeadline,
  type AcceleratorPod,
  type GpuScope,
  type PodView,
  type WorkloadCapacity,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterSnapshot } from './poolCapacity';

type WorkloadScope = Extract<GpuScope, { status: 'workload' }>;

/** The view of the pods of a component, over all clusters. */
export function workloadCapacity(
  scope: WorkloadScope,
  clusters: readonly ClusterSnapshot[],
): WorkloadCapacity {
  const pods = clusters.flatMap(cluster =>
    [...cluster.pods.items.values()]
      .filter(pod => isOf(scope, pod))
      .map(pod => podView(cluster, pod)),
  );
  return {
    scope: 'workload',
    headline: workloadHeadline(pods),
    clusters: clusters.map(({ name, title, pods: observed }) => ({
      cluster: { name, title },
      freshness: freshnessOf(observed.state),
      malformed: observed.malformed.filter(({ key }) =>
        scope.namespace ? key.startsWith(`${scope.namespace}/`) : true,
      ),
    })),
    pods: pods.sort(
      (a, b) =>
        a.cluster.localeCompare(b.cluster) ||
        a.namespace.localeCompare(b.namespace) ||
        a.name.localeCompare(b.name),
    ),
  };
}

function isOf(scope: WorkloadScope, pod: AcceleratorPod): boolean {
  return (
    (scope.namespace === undefined || scope.namespace === pod.namespace) &&
    matchesLabels(scope.podSelector, pod.labels)
  );
}

function podView(cluster: ClusterSnapshot, pod: AcceleratorPod): PodView {
  const { namespace, name, node, holding, accelerators, waste } = pod;
  return {
    cluster: cluster.name,
    namespace,
    name,
    node,
    product: node ? cluster.nodes.items.get(node)?.product : undefined,
    holding,
    accelerators: { ...accelerators },
    waste,
  };
}
