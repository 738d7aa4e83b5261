import { shapeOfRequests, type ClusterNode, type ClusterPod } from './model';

/** The resource by which whole devices are asked for. */
export const GPU = 'nvidia.com/gpu';

/** A node with eight free H100, 64 CPUs and 512 GiB. */
export function clusterNode(
  name: string,
  more: Partial<ClusterNode> = {},
): ClusterNode {
  const amounts = {
    cpu: 64_000,
    memory: 512 * 2 ** 30,
    pods: 110,
    [GPU]: 8,
  };
  return {
    name,
    state: 'ready',
    labels: { 'kubernetes.io/hostname': name },
    taints: [],
    unschedulable: false,
    capacity: amounts,
    allocatable: amounts,
    product: 'H100',
    deviceMemory: undefined,
    physicalDevices: undefined,
    reconfiguring: false,
    problems: [],
    ...more,
  };
}

/** A running pod of a controller that holds what it asks for. */
export function clusterPod(
  name: string,
  node: string | undefined,
  requests: Readonly<Record<string, string | number>>,
  more: Partial<ClusterPod> = {},
): ClusterPod {
  return {
    uid: `uid-${name}`,
    namespace: 'vision',
    name,
    node,
    nominatedNode: undefined,
    holding: node === undefined ? 'pending' : 'held',
    shape: shapeOfRequests(requests),
    labels: {},
    owner: { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'vision' },
    createdAt: 0,
    startedAt: undefined,
    waste: undefined,
    unschedulable: undefined,
    gates: [],
    immovable: [],
    claimNames: {},
    claimedResources: [],
    ...more,
  };
}
