import type {
  PoolCapacity,
  WorkloadCapacity,
} from '@fairway/plugin-gpu-capacity-common';

const live = { status: 'live', asOf: '2026-11-21T12:00:00Z' } as const;

const account = {
  capacity: 8,
  allocatable: 7,
  held: 5,
  free: 2,
  blocked: 0,
  lost: 1,
  unknown: 0,
};

/** One H100 node that has lost a device, and a cordoned one. */
export const pool: PoolCapacity = {
  scope: 'pool',
  headline: '13 of 16 H100 are held; 2 are free on one node.',
  cluster: { name: 'gpu-west', title: 'GPU cluster west' },
  nodes: {
    freshness: live,
    malformed: [],
    items: [
      {
        name: 'gpu-01',
        state: 'ready',
        product: 'H100',
        reconfiguring: false,
        resources: [{ resource: 'nvidia.com/gpu', ...account }],
      },
      {
        name: 'gpu-02',
        state: 'cordoned',
        reconfiguring: true,
        resources: [
          {
            ...account,
            resource: 'nvidia.com/gpu',
            allocatable: 8,
            held: 8,
            free: 0,
            lost: 0,
          },
        ],
      },
    ],
  },
  pods: { freshness: live, malformed: [], waiting: 1, gated: 2, wasting: 1 },
  groups: [
    {
      product: 'H100',
      resource: 'nvidia.com/gpu',
      kind: 'device',
      nodes: 2,
      physical: 16,
      largestFree: 2,
      capacity: 16,
      allocatable: 15,
      held: 13,
      free: 2,
      blocked: 0,
      lost: 1,
      unknown: 0,
    },
  ],
};

/** A component with a pod that runs and one that waits. */
export const workload: WorkloadCapacity = {
  scope: 'workload',
  headline: 'Its pods hold 2 × L4 (nvidia.com/gpu). 1 pod waits for more.',
  clusters: [{ cluster: { name: 'gpu-west' }, freshness: live, malformed: [] }],
  pods: [
    {
      cluster: 'gpu-west',
      namespace: 'vision',
      name: 'inference-0',
      node: 'gpu-07',
      product: 'L4',
      holding: 'held',
      accelerators: { 'nvidia.com/gpu': 2 },
      waste: 'CrashLoopBackOff',
    },
    {
      cluster: 'gpu-west',
      namespace: 'vision',
      name: 'inference-1',
      holding: 'pending',
      accelerators: { 'nvidia.com/gpu': 2 },
    },
  ],
};
