import {
  acceleratorDemand,
  hasEnded,
  readDeployment,
  readHorizontalPodAutoscaler,
  readInferenceService,
  readJob,
  readJobSet,
  readLeaderWorkerSet,
  readPriorityClass,
  readRayCluster,
  readRayJob,
  readRayService,
  readResourceQuota,
  readRuntimeClass,
  readScaledObject,
  readStatefulSet,
  type AcceleratorRegistry,
  type WorkloadDemand,
} from '@fairway/plugin-gpu-capacity-common';
import type { ServedKind } from './ServedKind';

/** Kinds that make pods: group, versions, plural and reader. */
const WORKLOADS: ReadonlyArray<
  readonly [
    string,
    readonly string[],
    string,
    (object: unknown) => WorkloadDemand,
  ]
> = [
  ['apps', ['v1'], 'deployments', readDeployment],
  ['apps', ['v1'], 'statefulsets', readStatefulSet],
  ['batch', ['v1'], 'jobs', readJob],
  ['jobset.x-k8s.io', ['v1alpha2'], 'jobsets', readJobSet],
  ['leaderworkerset.x-k8s.io', ['v1'], 'leaderworkersets', readLeaderWorkerSet],
  ['ray.io', ['v1'], 'rayclusters', readRayCluster],
  ['ray.io', ['v1'], 'rayjobs', readRayJob],
  ['ray.io', ['v1'], 'rayservices', object => readRayService(object)],
  [
    'serving.kserve.io',
    ['v1beta1'],
    'inferenceservices',
    object => readInferenceService(object),
  ],
];

/** Of what makes pods only that is kept which asks for accelerators. */
export function workloadKinds(
  registry: AcceleratorRegistry,
): ReadonlyArray<ServedKind<WorkloadDemand>> {
  return WORKLOADS.map(([group, versions, plural, read]) => ({
    group,
    versions,
    plural,
    projection: {
      id: `gpu-capacity.${plural}`,
      trim: object => liveDemand(object, read, registry),
    },
  }));
}

/** What has ended counts for nothing, unless its pods are kept. */
function liveDemand(
  object: unknown,
  read: (object: unknown) => WorkloadDemand,
  registry: AcceleratorRegistry,
): WorkloadDemand | undefined {
  const demand = read(object);
  const isKept = demand.findings.some(
    ({ finding }) => finding === 'kept-after-end',
  );
  return hasEnded(object) && !isKept
    ? undefined
    : acceleratorDemand(demand, registry);
}

function kind<T>(
  group: string,
  versions: readonly string[],
  plural: string,
  trim: (object: unknown) => T,
): ServedKind<T> {
  return {
    group,
    versions,
    plural,
    projection: { id: `gpu-capacity.${plural}`, trim },
  };
}

/** What says how far workloads scale. */
export const RANGE_KINDS = [
  kind(
    'autoscaling',
    ['v2', 'v1'],
    'horizontalpodautoscalers',
    readHorizontalPodAutoscaler,
  ),
  kind('keda.sh', ['v1alpha1'], 'scaledobjects', readScaledObject),
];

/** What a cluster adds to pods, and what it lets a namespace have. */
export const ADMISSION_KINDS = {
  priorityClasses: kind(
    'scheduling.k8s.io',
    ['v1'],
    'priorityclasses',
    readPriorityClass,
  ),
  runtimeClasses: kind(
    'node.k8s.io',
    ['v1'],
    'runtimeclasses',
    readRuntimeClass,
  ),
  resourceQuotas: kind('', ['v1'], 'resourcequotas', readResourceQuota),
};
