import type { KubernetesObject } from '@fairway/kubernetes-resources/testUtils';
import { builtInResources } from '@fairway/kubernetes-resources/testUtils';
import { startCluster } from '../testing/demoProject';
import { podSchema } from './workloadSchemas';

const namespace: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name: 'ml' },
};

function node(name: string, devices: string, spec = {}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name },
    spec,
    status: { allocatable: { cpu: '8', 'example.com/device': devices } },
  };
}

function pod(name: string, devices: string): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'ml' },
    spec: {
      containers: [
        {
          name: 'main',
          resources: { limits: { cpu: '500m', 'example.com/device': devices } },
        },
      ],
    },
  };
}

describe('scheduler and kubelet', () => {
  const started = startCluster({
    controllers: ['scheduler'],
    objects: [
      namespace,
      node('full', '1'),
      node('cordoned', '8', { unschedulable: true }),
      node('big', '4'),
    ],
  });
  const { store, clock } = started;
  const read = (name: string) =>
    podSchema.parse(
      store.get(builtInResources.pods, { namespace: 'ml', name }),
    );

  afterAll(() => started.cluster.stop());

  it('binds what fits, starts it, and says why the rest waits', () => {
    for (const [name, devices] of [
      ['a', '3'],
      ['b', '2'],
      ['c', '1'],
    ]) {
      store.create(builtInResources.pods, pod(name, devices));
    }
    clock.advance(3000);
    expect(read('a').spec.nodeName).toBe('big');
    expect(read('a').status.phase).toBe('Running');
    expect(read('c').spec.nodeName).toBe('full');
    expect(read('b').spec.nodeName).toBeUndefined();
    expect(read('b').status.conditions).toEqual([
      expect.objectContaining({
        reason: 'Unschedulable',
        message: expect.stringContaining('Insufficient example.com/device'),
      }),
    ]);
  });

  it('frees the node after the grace period of a deleted pod', () => {
    store.delete(builtInResources.pods, { namespace: 'ml', name: 'a' });
    clock.advance(20_000);
    expect(read('b').spec.nodeName).toBeUndefined();
    clock.advance(12_000);
    expect(read('b').spec.nodeName).toBe('big');
  });
});
