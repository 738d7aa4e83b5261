import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  directClusterConfig,
  KubernetesApiEmulator,
  builtInResources,
  type PolicyRule,
} from '@fairway/kubernetes-resources/testUtils';
import { gpuCapacitySchema } from '@fairway/plugin-gpu-capacity-common';
import { setTimeout as delay } from 'node:timers/promises';
import request from 'supertest';
import gpuCapacityPlugin from './index';
import { entities, node, pod } from './testObjects';

const READ = ['get', 'list', 'watch'];

describe('gpu-capacity backend against a Kubernetes API', () => {
  const cleanups: Array<() => unknown> = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  async function setUp(rule: PolicyRule) {
    const emulator = KubernetesApiEmulator.create({
      resources: Object.values(builtInResources),
      users: [{ token: 'portal', name: 'portal', groups: [], rules: [rule] }],
    });
    emulator.store.load([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'vision' } },
      node('gpu-01'),
      pod('a', 'gpu-01', 6),
    ]);
    const { url, close } = await emulator.listen();
    cleanups.push(close);
    const started = await startTestBackend({
      features: [
        gpuCapacityPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: directClusterConfig([
            { name: 'gpu-west', url, token: 'portal' },
          ]),
        }),
      ],
    });
    cleanups.push(() => started.stop());
    const headline = async () => {
      const { body } = await request(started.server).get(
        '/api/gpu-capacity/entities/resource/default/h100/capacity',
      );
      return gpuCapacitySchema.parse(body).headline;
    };
    return { emulator, headline };
  }

  it('frees what a pod held when the pod ends', async () => {
    const { emulator, headline } = await setUp({
      apiGroups: [''],
      resources: ['nodes', 'pods'],
      verbs: READ,
    });
    expect(await headline()).toBe(
      '6 of 8 H100 are held; 2 are free on one node.',
    );
    emulator.store.updateStatus(
      builtInResources.pods,
      { namespace: 'vision', name: 'a' },
      { phase: 'Succeeded' },
    );
    const deadline = Date.now() + 10_000;
    while (!(await headline()).startsWith('0 of 8') && Date.now() < deadline) {
      await delay(50);
    }
    expect(await headline()).toBe(
      '0 of 8 H100 are held; 8 are free on one node.',
    );
  });

  it('does not say that nothing is held when it may not list pods', async () => {
    const { headline } = await setUp({
      apiGroups: [''],
      resources: ['nodes'],
      verbs: READ,
    });
    expect(await headline()).toBe(
      '8 H100; how many are held is unknown: the pods are not observed.',
    );
  });
});
