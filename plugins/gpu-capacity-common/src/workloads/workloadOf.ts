import type { WorkloadRef } from './workloadDemand';

/** The controller of an object. */
interface Controller {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/**
 * A pod, as far as its owner goes. A `ClusterPod` is one.
 *
 * @public
 */
export interface OwnedPod {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly owner: Controller | undefined;
}

/**
 * What is known of the objects between pods and workloads, such as ReplicaSets and RayClusters.
 *
 * @public
 */
export interface KnownOwners {
  find(object: Omit<WorkloadRef, 'apiVersion'>):
    | {
        readonly labels: Readonly<Record<string, string>>;
        readonly owner: Controller | undefined;
      }
    | undefined;
}

const NOBODY: KnownOwners = { find: () => undefined };

/**
 * The workload to which a pod belongs, at the top of the chain of controllers as far as that is known. Labels lead on
 * where the objects between are not observed; they are written by whoever makes the pods, so that they name a workload
 * and prove nothing.
 *
 * @returns `undefined` for a pod that nobody controls
 *
 * @public
 */
export function workloadOf(
  pod: OwnedPod,
  known: KnownOwners = NOBODY,
): WorkloadRef | undefined {
  const { namespace, labels } = pod;
  const seen: WorkloadRef[] = [];
  let at = byLabels(namespace, labels) ?? controllerOf(pod);
  while (at && !seen.some(isSame(at))) {
    seen.push(at);
    const object = known.find(at);
    at =
      (object && byLabels(namespace, object.labels, at)) ??
      (object?.owner && { ...object.owner, namespace }) ??
      deploymentOf(at, labels);
  }
  return seen.at(-1);
}

function isSame(a: WorkloadRef): (b: WorkloadRef) => boolean {
  return b => a.kind === b.kind && a.name === b.name;
}

interface LabelRule {
  readonly label: string;
  readonly kindLabel?: string;
  readonly apiVersion: string;
  readonly kind: string;
}

const RAY = 'ray.io/v1';

/** Labels that name a workload, the outermost first. */
const RULES: readonly LabelRule[] = [
  {
    label: 'serving.kserve.io/inferenceservice',
    apiVersion: 'serving.kserve.io/v1beta1',
    kind: 'InferenceService',
  },
  {
    label: 'ray.io/originated-from-cr-name',
    kindLabel: 'ray.io/originated-from-crd',
    apiVersion: RAY,
    kind: '',
  },
  { label: 'ray.io/cluster', apiVersion: RAY, kind: 'RayCluster' },
  {
    label: 'jobset.sigs.k8s.io/jobset-name',
    apiVersion: 'jobset.x-k8s.io/v1alpha2',
    kind: 'JobSet',
  },
  {
    label: 'leaderworkerset.sigs.k8s.io/name',
    apiVersion: 'leaderworkerset.x-k8s.io/v1',
    kind: 'LeaderWorkerSet',
  },
];

const RAY_KINDS = ['RayCluster', 'RayService', 'RayJob', 'RayCronJob'];

/** The outermost workload that labels name, other than the object that has them. */
function byLabels(
  namespace: string,
  labels: Readonly<Record<string, string>>,
  self?: WorkloadRef,
): WorkloadRef | undefined {
  return namedByLabels(namespace, labels).find(
    ({ kind, name }) => !(self?.kind === kind && self.name === name),
  );
}

/** All workloads that labels name, the outermost first. */
export function namedByLabels(
  namespace: string,
  labels: Readonly<Record<string, string>>,
): readonly WorkloadRef[] {
  return RULES.map(rule => ({
    apiVersion: rule.apiVersion,
    kind: rule.kindLabel ? labels[rule.kindLabel] ?? '' : rule.kind,
    namespace,
    name: labels[rule.label] ?? '',
  })).filter(
    ({ apiVersion, kind, name }) =>
      name !== '' &&
      kind !== '' &&
      (apiVersion !== RAY || RAY_KINDS.includes(kind)),
  );
}

function controllerOf({ namespace, owner }: OwnedPod): WorkloadRef | undefined {
  return owner && { ...owner, namespace };
}

/** A ReplicaSet of a Deployment is named by it and by the hash that its pods have as a label. */
function deploymentOf(
  { kind, namespace, name }: WorkloadRef,
  podLabels: Readonly<Record<string, string>>,
): WorkloadRef | undefined {
  const hash = podLabels['pod-template-hash'];
  if (kind !== 'ReplicaSet' || !hash || !name.endsWith(`-${hash}`)) {
    return undefined;
  }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace,
    name: name.slice(0, -hash.length - 1),
  };
}
