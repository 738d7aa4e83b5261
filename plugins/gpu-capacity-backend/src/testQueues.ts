import type { KubernetesObject } from '@fairway/kubernetes-resources/testUtils';
import { node, pod } from './testObjects';

const cluster = 'gpu-west';
const GPU = 'nvidia.com/gpu';

/** All objects of one kind. */
export const collection = (
  group: string,
  apiVersion: string,
  plural: string,
  objects: readonly KubernetesObject[],
) => ({ cluster, resource: { group, apiVersion, plural }, objects });

const kueue = (
  kind: string,
  metadata: Record<string, unknown>,
  more: Record<string, unknown>,
): KubernetesObject => ({
  apiVersion: 'kueue.x-k8s.io/v1beta2',
  kind,
  metadata: { name: '', ...metadata },
  ...more,
});

function clusterQueue(name: string, reserved: number) {
  const flavors = [
    { name: 'h100', resources: [{ name: GPU, total: String(reserved) }] },
  ];
  return kueue(
    'ClusterQueue',
    { name },
    {
      spec: {
        cohortName: 'ml',
        namespaceSelector: {},
        resourceGroups: [
          {
            coveredResources: [GPU],
            flavors: [
              { name: 'h100', resources: [{ name: GPU, nominalQuota: '8' }] },
            ],
          },
        ],
      },
      status: {
        flavorsReservation: flavors,
        flavorsUsage: flavors,
        pendingWorkloads: name === 'speech' ? 2 : 0,
      },
    },
  );
}

function pending(options: {
  readonly namespace: string;
  readonly name: string;
  readonly owner: { readonly kind: string; readonly name: string };
  readonly queue: string;
  readonly gpus: number;
  readonly hoursAgo: number;
}) {
  const { namespace, name, owner, queue, gpus, hoursAgo } = options;
  return kueue(
    'Workload',
    {
      namespace,
      name,
      creationTimestamp: new Date(
        Date.now() - hoursAgo * 3_600_000,
      ).toISOString(),
      ownerReferences: [{ ...owner, controller: true }],
    },
    {
      spec: { queueName: queue, podSets: [{ name: 'main', count: 1 }] },
      status: {
        resourceRequests: [
          { name: 'main', resources: { [GPU]: String(gpus) } },
        ],
        conditions: [
          {
            type: 'QuotaReserved',
            status: 'False',
            reason: 'Pending',
            message: `couldn't assign flavors to pod set main: insufficient unused quota for ${GPU} in flavor h100, 4 more needed`,
          },
        ],
      },
    },
  );
}

/** It has got 12 devices, of which its pods hold 10. */
const admitted = kueue(
  'Workload',
  {
    namespace: 'vision',
    name: 'job-train',
    ownerReferences: [{ kind: 'Job', name: 'train', controller: true }],
  },
  {
    spec: { queueName: 'main', podSets: [{ name: 'main', count: 3 }] },
    status: {
      conditions: [
        { type: 'QuotaReserved', status: 'True' },
        { type: 'Admitted', status: 'True' },
      ],
      admission: {
        clusterQueue: 'vision',
        podSetAssignments: [
          {
            name: 'main',
            count: 3,
            flavors: { [GPU]: 'h100' },
            resourceUsage: { [GPU]: '12' },
          },
        ],
      },
    },
  },
);

function podOfTrain(name: string, nodeName: string, devices: number) {
  const plain = pod(name, nodeName, devices);
  return {
    ...plain,
    metadata: {
      ...plain.metadata,
      ownerReferences: [
        {
          apiVersion: 'batch/v1',
          kind: 'Job',
          name: 'train',
          controller: true,
        },
      ],
    },
  };
}

/** A pod template that asks for devices, with a secret in it. */
export function template(gpus: number, id: string) {
  return {
    metadata: { labels: { 'backstage.io/kubernetes-id': id } },
    spec: {
      containers: [
        {
          name: 'main',
          env: [{ name: 'TOKEN', value: 'hunter2' }],
          resources: { limits: { [GPU]: String(gpus) } },
        },
      ],
    },
  };
}

/**
 * Two nodes with eight devices each, shared by two queues with quota for eight each: vision holds twelve, speech nothing
 * and waits for eight.
 */
export const queueCollections = [
  collection('', 'v1', 'nodes', [node('gpu-01'), node('gpu-02')]),
  collection('', 'v1', 'pods', [
    podOfTrain('train-a', 'gpu-01', 6),
    podOfTrain('train-b', 'gpu-02', 4),
  ]),
  collection('', 'v1', 'resourcequotas', []),
  collection('batch', 'v1', 'jobs', [
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { namespace: 'speech', name: 'asr-training' },
      spec: { template: template(8, 'speech') },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: {
        namespace: 'vision',
        name: 'labels',
        labels: { 'backstage.io/kubernetes-id': 'vision' },
      },
      spec: { template: template(2, 'vision') },
    },
  ]),
  collection('kueue.x-k8s.io', 'v1beta2', 'clusterqueues', [
    clusterQueue('vision', 12),
    clusterQueue('speech', 0),
  ]),
  collection('kueue.x-k8s.io', 'v1beta2', 'resourceflavors', [
    kueue(
      'ResourceFlavor',
      { name: 'h100' },
      {
        spec: { nodeLabels: { pool: 'h100' } },
      },
    ),
    kueue(
      'ResourceFlavor',
      { name: 'gone' },
      {
        spec: { nodeLabels: { pool: 'gone' } },
      },
    ),
  ]),
  collection('kueue.x-k8s.io', 'v1beta2', 'localqueues', [
    kueue(
      'LocalQueue',
      { namespace: 'vision', name: 'main' },
      {
        spec: { clusterQueue: 'vision' },
      },
    ),
    kueue(
      'LocalQueue',
      { namespace: 'vision', name: 'spare' },
      {
        spec: { clusterQueue: 'speech' },
      },
    ),
    kueue(
      'LocalQueue',
      { namespace: 'speech', name: 'main' },
      {
        spec: { clusterQueue: 'speech' },
      },
    ),
  ]),
  collection('kueue.x-k8s.io', 'v1beta2', 'workloads', [
    admitted,
    pending({
      namespace: 'speech',
      name: 'job-asr',
      owner: { kind: 'Job', name: 'asr-training' },
      queue: 'main',
      gpus: 8,
      hoursAgo: 3,
    }),
    pending({
      namespace: 'vision',
      name: 'job-labels',
      owner: { kind: 'Job', name: 'labels' },
      queue: 'spare',
      gpus: 2,
      hoursAgo: 1,
    }),
    kueue('Workload', { namespace: 'speech', name: 'odd' }, {}),
  ]),
  collection(
    'visibility.kueue.x-k8s.io',
    'v1beta2',
    'clusterqueues/pendingworkloads',
    [
      {
        apiVersion: 'visibility.kueue.x-k8s.io/v1beta2',
        kind: 'PendingWorkloadsSummary',
        metadata: { name: 'speech' },
        items: [
          { namespace: 'speech', name: 'job-asr', priority: 10 },
          { namespace: 'vision', name: 'job-labels', priority: 0 },
        ].map(({ priority, ...metadata }, index) => ({
          metadata,
          priority,
          localQueueName: 'any',
          positionInClusterQueue: index,
          positionInLocalQueue: 0,
        })),
      },
    ],
  ),
];

/** The component that the other queue belongs to. */
export const speech = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'speech',
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': 'speech' },
  },
  spec: { type: 'x', owner: 'group:default/speech-team' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/speech-team' }],
};
