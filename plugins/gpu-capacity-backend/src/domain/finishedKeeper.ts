import type {
  ClusterPod,
  WorkloadDemand,
} from '@fairway/plugin-gpu-capacity-common';
import type { WorkloadState } from '../observed';

/**
 * The workload that keeps a pod although it has ended, such as a RayJob whose cluster nobody takes away. Controllers lead
 * to it: labels are written by whoever makes the pod.
 *
 * @returns `undefined` also where the workload is not observed
 */
export function finishedKeeper(
  { namespace, owner }: Pick<ClusterPod, 'namespace' | 'owner'>,
  workloads: Pick<WorkloadState, 'topOf'>,
): WorkloadDemand | undefined {
  const top = owner && workloads.topOf({ ...owner, namespace });
  return top?.findings.some(({ finding }) => finding === 'kept-after-end')
    ? top
    : undefined;
}
