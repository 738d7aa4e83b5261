import type { JsonObject } from '@backstage/types';
import { GPU, PRODUCT } from './estate';

const QUEUES = 20;
const WORKLOADS = 2_000;
const PENDING = 500;
const FLAVOR = 'h100';

const queueName = (index: number) => `team-${index % QUEUES}`;

const total = (amount: number) => [
  { name: FLAVOR, resources: [{ name: GPU, total: String(amount) }] },
];

function clusterQueue(index: number): JsonObject {
  return {
    metadata: { name: queueName(index), resourceVersion: '1' },
    spec: {
      cohort: 'all',
      namespaceSelector: {},
      resourceGroups: [
        {
          coveredResources: [GPU],
          flavors: [
            { name: FLAVOR, resources: [{ name: GPU, nominalQuota: '240' }] },
          ],
        },
      ],
    },
    status: {
      flavorsReservation: total(index % 2 === 0 ? 300 : 150),
      flavorsUsage: total(index % 2 === 0 ? 300 : 150),
      pendingWorkloads: PENDING / QUEUES,
    },
  };
}

function localQueue(index: number): JsonObject {
  const name = queueName(index);
  return {
    metadata: { name: 'main', namespace: name, resourceVersion: '1' },
    spec: { clusterQueue: name },
  };
}

function workload(index: number): JsonObject {
  const queue = queueName(index);
  const isPending = index < PENDING;
  return {
    metadata: {
      name: `job-${index}`,
      namespace: queue,
      resourceVersion: '1',
      creationTimestamp: '2026-11-20T08:00:00Z',
      ownerReferences: [
        { kind: 'Job', name: `train-${index}`, controller: true },
      ],
    },
    spec: { queueName: 'main', podSets: [{ name: 'main', count: 4 }] },
    status: {
      resourceRequests: isPending
        ? [{ name: 'main', resources: { [GPU]: '32', cpu: '256' } }]
        : [],
      conditions: isPending
        ? [
            {
              type: 'QuotaReserved',
              status: 'False',
              reason: 'Pending',
              message: `couldn't assign flavors to pod set main: insufficient unused quota for ${GPU} in flavor ${FLAVOR}, 12 more needed`,
            },
          ]
        : [
            { type: 'QuotaReserved', status: 'True' },
            { type: 'Admitted', status: 'True' },
          ],
      ...(!isPending && {
        admission: {
          clusterQueue: queue,
          podSetAssignments: [
            {
              name: 'main',
              flavors: { [GPU]: FLAVOR },
              resourceUsage: { [GPU]: '2' },
            },
          ],
        },
      }),
    },
  };
}

function flavor(): JsonObject {
  return {
    metadata: { name: FLAVOR, resourceVersion: '1' },
    spec: { nodeLabels: { 'nvidia.com/gpu.product': PRODUCT } },
  };
}

/** Queues of Kueue: half of them borrow, and each has workloads that wait. */
export const queueCollections = {
  clusterqueues: { size: QUEUES, create: clusterQueue },
  localqueues: { size: QUEUES, create: localQueue },
  resourceflavors: { size: 1, create: flavor },
  workloads: { size: WORKLOADS, create: workload },
};

/** Where they are served. */
export const QUEUES_PATH = '/apis/kueue.x-k8s.io/v1beta2';
