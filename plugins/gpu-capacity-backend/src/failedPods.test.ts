import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  builtInResources,
  directClusterConfig,
  KubernetesApiEmulator,
} from '@fairway/kubernetes-resources/testUtils';
import { gpuCapacitySchema } from '@fairway/plugin-gpu-capacity-common';
import { setTimeout as delay } from 'node:timers/promises';
import request from 'supertest';
import gpuCapacityPlugin from './index';
import { entities, node, pod } from './testObjects';

const DEADLINE_MS = 10_000;

describe('pods that a node refuses, in a Kubernetes API', () => {
  const cleanups: Array<() => unknown> = [];
  afterEach(async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  });

  it('make it a black hole when there are several of them, and hold nothing', async () => {
    const emulator = KubernetesApiEmulator.create({
      resources: Object.values(builtInResources),
      users: [
        {
          token: 'portal',
          name: 'portal',
          groups: [],
          rules: [
            {
              apiGroups: [''],
              resources: ['nodes', 'pods'],
              verbs: ['get', 'list', 'watch'],
            },
          ],
        },
      ],
    });
    const names = ['a', 'b', 'c'];
    emulator.store.load([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'vision' } },
      node('gpu-01'),
      ...names.map(name => pod(name, 'gpu-01', 2)),
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
    const capacity = async () => {
      const { body, text } = await request(started.server).get(
        '/api/gpu-capacity/entities/resource/default/h100/capacity',
      );
      return { pool: gpuCapacitySchema.parse(body), text };
    };
    expect((await capacity()).pool.headline).toContain('6 of 8 H100 are held');

    for (const name of names) {
      emulator.store.updateStatus(
        builtInResources.pods,
        { namespace: 'vision', name },
        {
          phase: 'Failed',
          reason: 'UnexpectedAdmissionError',
          message: 'Allocate failed: hunter2',
          startTime: new Date().toISOString(),
        },
      );
    }
    const deadline = Date.now() + DEADLINE_MS;
    let answer = await capacity();
    while (!answer.text.includes('black-hole') && Date.now() < deadline) {
      await delay(50);
      answer = await capacity();
    }
    expect(answer.pool).toMatchObject({
      headline: '0 of 8 H100 are held; 8 are free on one node.',
      health: [{ kind: 'black-hole', severity: 'bad', node: 'gpu-01' }],
    });
    expect(answer.text).not.toContain('hunter2');
  });
});
