import {
  counted,
  podKey,
  type ClusterPod,
  type WorkloadCapacity,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';

/** Written by KubeRay on each pod of a cluster. */
const CLUSTER_LABEL = 'ray.io/cluster';

/**
 * What Ray has given to tasks and actors of the devices that the pods of a component hold: a pod can hold devices of which
 * Ray gives none away, however busy another one is. Absent where no pod of Ray holds any, or where Ray is not asked.
 */
export function rayUse(
  found: ReadonlyArray<{
    readonly cluster: Pick<ClusterView, 'rayReservations'>;
    readonly pods: readonly ClusterPod[];
  }>,
): WorkloadCapacity['ray'] {
  const pods = found.flatMap(({ cluster, pods: own }) => {
    const { rayReservations } = cluster;
    if (!rayReservations) return [];
    const byPod = new Map(
      rayReservations.status === 'observed'
        ? rayReservations.value.map(({ pod, ...reservation }) => [
            podKey({ ...reservation, name: pod }),
            reservation,
          ])
        : [],
    );
    return own
      .filter(({ labels, node }) => node && labels[CLUSTER_LABEL])
      .map(pod => byPod.get(podKey(pod)));
  });
  if (pods.length === 0) return undefined;
  const known = pods.filter(pod => pod !== undefined);
  const given = known.reduce((sum, { used }) => sum + used, 0);
  const managed = known.reduce(
    (sum, { used, available }) => sum + used + available,
    0,
  );
  const use = { pods: pods.length, reporting: known.length, given, managed };
  return { ...use, sentence: sentenceOf(use) };
}

/** Whether there is anything of Ray to ask for. */
export function hasRay({
  tops,
}: Pick<ClusterView['workloads'], 'tops'>): boolean {
  return [...tops.values()].some(({ apiVersion }) =>
    apiVersion.startsWith('ray.io/'),
  );
}

function sentenceOf(
  use: Omit<NonNullable<WorkloadCapacity['ray']>, 'sentence'>,
): string {
  const { pods, reporting, given, managed } = use;
  const held = counted(pods, 'pod of Ray', 'pods of Ray');
  if (reporting === 0) {
    return `None of ${held} reports what Ray has given to tasks and actors.`;
  }
  const coverage =
    reporting < pods ? ` ${reporting} of ${held} report it.` : '';
  const left = rounded(managed - given);
  const rest =
    left > 0
      ? ` The other ${left} ${left === 1 ? 'is' : 'are'} held all the same.`
      : '';
  return `Ray has given ${rounded(given)} of ${counted(
    rounded(managed),
    'GPU',
    'GPUs',
  )} to tasks and actors.${rest}${coverage}`;
}

/** Tasks may ask for parts of a GPU. */
function rounded(gpus: number): number {
  return Math.round(gpus * 100) / 100;
}
