import type { KubernetesObject } from '@fairway/kubernetes-resources/testUtils';

const AMOUNTS = {
  cpu: '96',
  memory: '1Ti',
  pods: '110',
  'nvidia.com/gpu': '8',
};

/** A node with eight H100 in the pool `h100`. */
export function node(
  name: string,
  labels: Record<string, string> = {},
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        pool: 'h100',
        'nvidia.com/gpu.product': 'H100',
        'nvidia.com/gpu.count': '8',
        ...labels,
      },
    },
    status: {
      capacity: AMOUNTS,
      allocatable: AMOUNTS,
      conditions: [{ type: 'Ready', status: 'True' }],
    },
  };
}

/** A running pod that holds devices of a node. */
export function pod(
  name: string,
  nodeName: string,
  devices: number,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: 'vision',
      labels: { 'backstage.io/kubernetes-id': 'vision' },
    },
    spec: {
      nodeName,
      containers: [
        {
          name: 'model',
          env: [{ name: 'TOKEN', value: 'hunter2' }],
          resources: { limits: { 'nvidia.com/gpu': String(devices) } },
        },
      ],
    },
    status: { phase: 'Running' },
  };
}

const entity = (
  kind: string,
  name: string,
  annotations: Record<string, string>,
  owner = 'group:default/platform',
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', annotations },
  spec: { type: 'x', owner },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

/** What the catalog knows. */
export const entities = [
  entity('Resource', 'h100', {
    'gpu-capacity/cluster': 'gpu-west',
    'gpu-capacity/node-selector': 'pool=h100',
  }),
  entity('Resource', 'lost', { 'gpu-capacity/cluster': 'moon' }),
  entity('Resource', 'malformed', {
    'gpu-capacity/cluster': 'gpu-west',
    'gpu-capacity/node-selector': 'pool in h100',
  }),
  entity('Resource', 'plain', {}),
  entity(
    'Component',
    'vision',
    { 'backstage.io/kubernetes-id': 'vision' },
    'group:default/vision-team',
  ),
];
