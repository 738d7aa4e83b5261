import {
  readClusterQueue,
  readCohort,
  readKueueTopology,
  readKueueWorkload,
  readLocalQueue,
  readResourceFlavor,
  type KueueWorkload,
} from '@fairway/plugin-gpu-capacity-common';
import type { ServedKind } from './ServedKind';

const NEWEST = ['v1beta2', 'v1beta1'];

function kueue<T>(
  plural: string,
  trim: (object: unknown) => T | undefined,
  versions: readonly string[] = NEWEST,
): ServedKind<T> {
  return {
    group: 'kueue.x-k8s.io',
    versions,
    plural,
    projection: { id: `gpu-capacity.${plural}`, trim },
  };
}

/** Kueue's kinds. */
export const KUEUE_KINDS = {
  clusterQueues: kueue('clusterqueues', readClusterQueue),
  cohorts: kueue('cohorts', readCohort, [...NEWEST, 'v1alpha1']),
  localQueues: kueue('localqueues', readLocalQueue),
  flavors: kueue('resourceflavors', readResourceFlavor),
  topologies: kueue('topologies', readKueueTopology, [...NEWEST, 'v1alpha1']),
  workloads: kueue('workloads', readUnfinishedWorkload),
};

/** Finished workloads hold nothing and wait for nothing, and a cluster can keep many of them. */
function readUnfinishedWorkload(object: unknown): KueueWorkload | undefined {
  const workload = readKueueWorkload(object);
  return workload.state === 'finished' ? undefined : workload;
}
