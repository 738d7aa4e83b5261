import type { ResourceDefinition } from '@fairway/kubernetes-resources/testUtils';

const base = { group: 'kueue.x-k8s.io', version: 'v1beta2' };

/** The custom resources of Kueue that the demo has. */
export const kueueResources = {
  clusterQueues: {
    ...base,
    kind: 'ClusterQueue',
    plural: 'clusterqueues',
    namespaced: false,
    status: true,
    shortNames: ['cq'],
  },
  localQueues: {
    ...base,
    kind: 'LocalQueue',
    plural: 'localqueues',
    namespaced: true,
    status: true,
    shortNames: ['queue', 'queues', 'lq'],
  },
  resourceFlavors: {
    ...base,
    kind: 'ResourceFlavor',
    plural: 'resourceflavors',
    namespaced: false,
    shortNames: ['flavor', 'flavors', 'rf'],
  },
  workloads: {
    ...base,
    kind: 'Workload',
    plural: 'workloads',
    namespaced: true,
    status: true,
    shortNames: ['wl'],
  },
} satisfies Record<string, ResourceDefinition>;
