import type { ResourceDefinition } from '@fairway/kubernetes-resources/testUtils';

const kueue = (
  kind: string,
  more: Partial<ResourceDefinition>,
): ResourceDefinition => ({
  group: 'kueue.x-k8s.io',
  version: 'v1beta2',
  kind,
  plural: `${kind.toLowerCase()}s`,
  namespaced: true,
  ...more,
});

/** The custom resources of Kueue that the demo has. */
export const kueueResources = {
  clusterQueues: kueue('ClusterQueue', {
    namespaced: false,
    status: true,
    shortNames: ['cq'],
  }),
  localQueues: kueue('LocalQueue', {
    status: true,
    shortNames: ['queue', 'queues', 'lq'],
  }),
  resourceFlavors: kueue('ResourceFlavor', {
    namespaced: false,
    shortNames: ['flavor', 'flavors', 'rf'],
  }),
  workloads: kueue('Workload', { status: true, shortNames: ['wl'] }),
} satisfies Record<string, ResourceDefinition>;
