import {
  DEFAULT_ACCELERATORS,
  admissionContext,
  ClusterState,
  nodeLedger,
  shapeOfRequests,
  type BlackHoleNode,
  type ClusterNode,
  type ClusterPod,
  type NodeLedger,
} from '@fairway/plugin-gpu-capacity-common';
import type { ResourceSnapshot } from '@fairway/kubernetes-resources';
import type { WorkloadState } from '../observed';
import type { ClusterBasics } from '../services/ClusterCapacity';

export const GPU = 'nvidia.com/gpu';

/** A node with eight H100, 64 CPUs and 512 GiB. */
export function clusterNode(
  name: string,
  more: Partial<ClusterNode> = {},
): ClusterNode {
  const amounts = { cpu: 64_000, memory: 2 ** 39, pods: 110, [GPU]: 8 };
  return {
    name,
    state: 'ready',
    labels: { pool: 'h100' },
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

/** A pod with devices; pending where it has no node. */
export function clusterPod(
  name: string,
  node: string | undefined,
  devices: number,
  more: Partial<ClusterPod> = {},
): ClusterPod {
  return {
    uid: `uid-${name}`,
    namespace: 'vision',
    name,
    node,
    nominatedNode: undefined,
    holding: node === undefined ? 'pending' : 'held',
    shape: shapeOfRequests({ [GPU]: devices }),
    labels: { 'backstage.io/kubernetes-id': 'vision' },
    owner: undefined,
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

const AS_OF = new Date('2026-11-21T12:00:00Z');

const snapshot = <T>(
  state: ResourceSnapshot<T>['state'],
): ResourceSnapshot<T> => ({ state, items: new Map(), malformed: [] });

/** A cluster in which nobody has said what makes pods. */
const NO_WORKLOADS: WorkloadState = {
  tops: new Map(),
  topOf: () => undefined,
  admission: admissionContext({ priorityClasses: [], runtimeClasses: [] }),
  quotasOf: () => undefined,
  quotas: { status: 'absent', message: '' },
  unobserved: [],
  loading: false,
};

/** What is known of a cluster with some nodes and pods. */
export function clusterView(options: {
  readonly name?: string;
  readonly nodes?: readonly ClusterNode[];
  readonly pods?: readonly ClusterPod[];
  readonly nodesState?: ResourceSnapshot<ClusterNode>['state'];
  readonly podsState?: ResourceSnapshot<ClusterPod>['state'];
  readonly blackHoles?: readonly BlackHoleNode[];
  readonly useOf?: (pod: ClusterPod) => { busy: number; idle: number };
}): ClusterBasics {
  const live = { status: 'live', asOf: AS_OF } as const;
  const { nodes = [], pods = [], name = 'west' } = options;
  const { nodesState = live, podsState = live } = options;
  const state = ClusterState.of(nodes, pods);
  const demand = pods.map(({ shape }) => ({ shape, weight: 1 }));
  return {
    name,
    title: undefined,
    state,
    ledgers: new Map<string, NodeLedger>(
      [...state.nodes()].map(node => [
        node.node.name,
        nodeLedger(node, {
          registry: DEFAULT_ACCELERATORS,
          podsObserved: podsState.status === 'live',
          useOf: options.useOf,
        }),
      ]),
    ),
    nodes: snapshot(nodesState),
    pods: snapshot(podsState),
    budgets: snapshot(live),
    demand,
    present: demand,
    blackHoles: options.blackHoles ?? [],
    workloads: NO_WORKLOADS,
  };
}
