import { freshnessOf } from '@fairway/kubernetes-resources';
import {
  asksForAccelerators,
  holdingSentence,
  matchesLabels,
  type AcceleratorRegistry,
  type ClusterPod,
  type GpuScope,
  type PodView,
  type RightSizeView,
  type WorkloadCapacity,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';
import { componentDemands } from './componentDemands';
import { inTurns } from '../services/inTurns';
import { demandView, type RememberFit } from './demandView';
import { partsOf } from './parts';
import type { WorkloadNames } from './pendingView';
import { scaleSentence } from './scaleSentence';
import { whyPending } from './whyPending';
import { rayUse } from './rayUse';
import { workloadUse } from './workloadUse';

export type WorkloadScope = Extract<GpuScope, { status: 'workload' }>;

/** The view of the pods of a component, over all clusters. Takes as many turns of the event loop as it needs. */
export async function workloadCapacity(options: {
  readonly scope: WorkloadScope;
  readonly clusters: readonly ClusterView[];
  readonly registry: AcceleratorRegistry;
  /** Whether the reader may know names of its pods. */
  readonly mayName: boolean;
  readonly namesIn: (cluster: ClusterView) => WorkloadNames;
  readonly remember: RememberFit;
  readonly rightSizes: readonly RightSizeView[];
}): Promise<WorkloadCapacity> {
  const { scope, clusters, registry, mayName, namesIn, remember } = options;
  const { rightSizes } = options;
  const pods = clusters.flatMap(cluster => {
    const why = whyPending(cluster, namesIn(cluster));
    return podsOf(scope, cluster)
      .filter(pod => asksForAccelerators(pod.shape, registry))
      .map(pod => ({
        ...podView(cluster, pod, registry),
        // Without names nobody reads it.
        pending: mayName ? why(pod) : undefined,
      }));
  });
  const demands: ReturnType<typeof demandView>[] = [];
  await inTurns(
    clusters.flatMap(cluster =>
      componentDemands(scope, cluster).map(demand => ({ cluster, demand })),
    ),
    ({ cluster, demand }) =>
      demands.push(
        demandView({
          demand,
          cluster,
          registry,
          mayName,
          names: namesIn(cluster),
          remember,
        }),
      ),
  );
  const own = clusters.map(cluster => ({
    cluster,
    pods: podsOf(scope, cluster),
  }));
  const named: Pick<WorkloadCapacity, 'pods' | 'hidden'> = mayName
    ? { pods: pods.sort(byPlace), hidden: { pods: 0, devices: {} } }
    : { pods: [], hidden: hiddenOf(pods) };
  return {
    scope: 'workload',
    headline: [
      ...(demands.length === 1 ? [] : [holdingSentence(named)]),
      ...demands
        .slice(0, 1)
        .map(({ view, held }) => scaleSentence({ ...view, held })),
    ].join(' '),
    clusters: clusters.map(cluster => ({
      cluster: { name: cluster.name, title: cluster.title },
      freshness: freshnessOf(cluster.pods.state),
      parts: partsOf(cluster),
      malformed: mayName
        ? cluster.pods.malformed.filter(({ key }) =>
            scope.namespace ? key.startsWith(`${scope.namespace}/`) : true,
          )
        : [],
    })),
    ...named,
    demands: demands.map(({ view }) => view),
    use: workloadUse(own),
    ray: rayUse(own),
    ...(rightSizes.length > 0 && { rightSizes: [...rightSizes] }),
  };
}

/** The pods of a component in one cluster, as far as they are about accelerators. */
export function podsOf(
  scope: WorkloadScope,
  cluster: ClusterView,
): readonly ClusterPod[] {
  return [...cluster.acceleratorPods.all.values()].filter(
    pod =>
      (scope.namespace === undefined || scope.namespace === pod.namespace) &&
      matchesLabels(scope.podSelector, pod.labels),
  );
}

function podView(
  cluster: ClusterView,
  pod: ClusterPod,
  registry: AcceleratorRegistry,
): PodView {
  const { namespace, name, node, holding, waste } = pod;
  return {
    cluster: cluster.name,
    namespace,
    name,
    node,
    product: node ? cluster.state.node(node)?.node.product : undefined,
    holding,
    accelerators: { ...registry.counted(pod.shape.requests) },
    waste,
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
