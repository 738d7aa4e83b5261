import { namedByLabels, workloadOf, type OwnedPod } from './workloadOf';
import type { WorkloadRef } from './workloadDemand';

/** Labels beside those that name a workload at the top. */
const FURTHER_LABELS: ReadonlyArray<readonly [label: string, kind: string]> = [
  ['batch.kubernetes.io/job-name', 'Job'],
  ['ray.io/cluster', 'RayCluster'],
  // Kueue names the workload after the group.
  ['kueue.x-k8s.io/pod-group-name', 'Workload'],
];

/**
 * All objects to which a pod says that it belongs: itself, its controller and what its labels name, the workload at the
 * top among them.
 *
 * @public
 */
export function podOwners(
  pod: OwnedPod,
): ReadonlyArray<Omit<WorkloadRef, 'apiVersion'>> {
  const { namespace, name, labels, owner } = pod;
  return [
    { kind: 'Pod', name },
    ...(owner ? [owner] : []),
    ...namedByLabels(namespace, labels),
    ...FURTHER_LABELS.map(([label, kind]) => ({
      kind,
      name: labels[label] ?? '',
    })),
    workloadOf(pod) ?? { kind: '', name: '' },
  ]
    .filter(object => object.name !== '')
    .filter(
      (object, index, all) =>
        all.findIndex(
          other => other.kind === object.kind && other.name === object.name,
        ) === index,
    )
    .map(object => ({ namespace, kind: object.kind, name: object.name }));
}

const PIECE_LABELS = [
  'jobset.sigs.k8s.io/replicatedjob-name',
  'ray.io/group',
] as const;

const RAY_HEAD_GROUP = 'headgroup';
const WORKER_INDEX = 'leaderworkerset.sigs.k8s.io/worker-index';

/**
 * Name of the piece of a workload that a pod is of, where its labels say it.
 *
 * @public
 */
export function pieceNameOf(
  labels: Readonly<Record<string, string>>,
): string | undefined {
  const index = labels[WORKER_INDEX];
  if (index !== undefined) return index === '0' ? 'leader' : 'worker';
  const name = PIECE_LABELS.map(label => labels[label]).find(Boolean);
  return name === RAY_HEAD_GROUP ? 'head' : name;
}
