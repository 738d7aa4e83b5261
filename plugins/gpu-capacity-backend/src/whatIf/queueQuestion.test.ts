import type { WhatIfRequest } from '@fairway/plugin-gpu-capacity-common';
import { PLATFORM, startPlugin } from '../__testUtils__/startPlugin';
import { queueCollections } from '../testQueues';

const gpus = (count: number): WhatIfRequest['shape'] => ({
  kind: 'amounts',
  requests: { 'nvidia.com/gpu': count },
});

const RAY_SERVICE = `
apiVersion: ray.io/v1
kind: RayService
metadata: { name: chat }
spec:
  rayClusterConfig:
    headGroupSpec:
      template:
        spec:
          containers:
            - resources: { requests: { cpu: 8 } }
    workerGroupSpecs:
      - groupName: decode
        replicas: WORKERS
        minReplicas: 1
        maxReplicas: 9
        template:
          spec:
            containers:
              - resources: { limits: { nvidia.com/gpu: GPUS } }
`;

const rayService = (
  workers: number,
  devices: number,
): WhatIfRequest['shape'] => ({
  kind: 'yaml',
  text: RAY_SERVICE.replace('WORKERS', String(workers)).replace(
    'GPUS',
    String(devices),
  ),
});

describe('what if, with a queue', () => {
  // 4 of 16 are left in the cohort; gpu-01 has 2 free, gpu-02 4.
  it.each([
    [4, 'vision/main', 'go', 'borrowing'],
    [2, 'vision/spare', 'go', 'within'],
    [8, 'vision/main', 'both', 'after-others'],
    [17, 'vision/main', 'both', 'never'],
  ])(
    'asks whether %d GPUs pass %s: %s',
    async (count, queue, outcome, status) => {
      const { ask } = await startPlugin(queueCollections, [PLATFORM]);
      const { clusters } = await ask({ shape: gpus(count), queue });
      expect(clusters).toMatchObject([{ outcome, quota: { status } }]);
    },
  );

  it('tells a lack of quota from a lack of room', async () => {
    const { ask } = await startPlugin(queueCollections, [PLATFORM]);
    const { clusters } = await ask({
      shape: gpus(1),
      replicas: 5,
      queue: 'speech/main',
    });
    expect(clusters).toMatchObject([
      {
        verdict: 'fits',
        outcome: 'ask-for-quota',
        quota: { status: 'after-others' },
        sentence: expect.stringContaining('The queue "speech" cannot admit it'),
      },
    ]);
  });

  it('answers owners about queues of namespaces in which they have something', async () => {
    const { ask } = await startPlugin(queueCollections, [
      'group:default/vision-team',
    ]);
    const { clusters } = await ask({ shape: gpus(2), queue: 'vision/main' });
    expect(clusters).toMatchObject([{ quota: { status: 'borrowing' } }]);
  });

  it('says the same of queues of others and of those that are not there', async () => {
    const { ask } = await startPlugin(queueCollections, [
      'group:default/vision-team',
    ]);
    const shape = gpus(2);
    const [ofOthers, nowhere] = await Promise.all(
      ['speech/main', 'speech/none'].map(queue => ask({ shape, queue })),
    );
    expect(ofOthers.clusters[0].quota).toEqual(nowhere.clusters[0].quota);
    expect(ofOthers.clusters).toMatchObject([
      { outcome: 'unknown', quota: { status: 'unknown' } },
    ]);
  });
});

describe('what if, with several kinds of pods', () => {
  it('places the head and the workers beside each other', async () => {
    const { ask } = await startPlugin(queueCollections);
    const answer = await ask({ shape: rayService(3, 2) });
    expect(answer).toMatchObject({
      sentence:
        'The RayService with 1 head and 3 decode: All 4 fit, on 2 nodes.',
      shape: {
        part: 'RayService',
        requests: { 'nvidia.com/gpu': 2 },
        parts: [
          { name: 'head', requests: { cpu: 8_000 }, replicas: 1 },
          { name: 'decode', replicas: 3 },
        ],
      },
      clusters: [
        {
          outcome: 'go',
          gang: {
            status: 'fits',
            parts: [
              { name: 'head', count: 1, placed: 1 },
              { name: 'decode', count: 3, placed: 3 },
            ],
          },
        },
      ],
    });
  });

  it('says which kind finds no place', async () => {
    const { ask } = await startPlugin(queueCollections);
    const { clusters } = await ask({ shape: rayService(2, 4) });
    expect(clusters).toMatchObject([
      {
        verdict: 'does-not-fit',
        outcome: 'fragmentation',
        replicas: 3,
        slots: 2,
        gang: {
          status: 'not-found',
          sentence:
            'At least 1 of 1 head and 1 of 2 decode find a place beside each other.',
        },
      },
    ]);
  });

  it('asks the queue for all of them', async () => {
    const { ask } = await startPlugin(queueCollections, [PLATFORM]);
    const { clusters } = await ask({
      shape: rayService(1, 2),
      queue: 'vision/main',
    });
    // The queue has quota for GPUs, none for the CPUs of the head.
    expect(clusters).toMatchObject([
      {
        outcome: 'ask-for-quota',
        quota: {
          status: 'never',
          sentence: 'The queue "vision" has no quota for cpu.',
        },
      },
    ]);
  });
});
