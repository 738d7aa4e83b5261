import type { KubernetesObject } from '@fairway/kubernetes-resources/testUtils';
import { startPlugin } from './__testUtils__/startPlugin';
import { node, pod } from './testObjects';
import { collection, queueCollections, template } from './testQueues';

const OWNERS = ['group:default/vision-team'];
const GPU = 'nvidia.com/gpu';

/** A Deployment with one pod of four devices, of at most three. */
const detector: KubernetesObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { namespace: 'vision', name: 'detector' },
  spec: { replicas: 1, template: template(4, 'vision') },
};

const other: KubernetesObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { namespace: 'speech', name: 'asr-api' },
  spec: { replicas: 2, template: template(1, 'speech') },
};

const autoscaler: KubernetesObject = {
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: { namespace: 'vision', name: 'detector' },
  spec: {
    scaleTargetRef: { kind: 'Deployment', name: 'detector' },
    minReplicas: 1,
    maxReplicas: 3,
  },
};

function podOf(name: string, nodeName: string | undefined, devices: number) {
  const plain = pod(name, nodeName ?? '', devices);
  return {
    ...plain,
    metadata: {
      ...plain.metadata,
      labels: {
        'backstage.io/kubernetes-id': 'vision',
        'pod-template-hash': '5d9',
      },
      ownerReferences: [
        {
          apiVersion: 'apps/v1',
          kind: 'ReplicaSet',
          name: 'detector-5d9',
          controller: true,
        },
      ],
    },
  };
}

const quota = (hard: number, used: number): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { namespace: 'vision', name: 'team' },
  spec: { hard: { [`requests.${GPU}`]: String(hard) } },
  status: { used: { [`requests.${GPU}`]: String(used) } },
});

const plain = [
  collection('', 'v1', 'nodes', [node('gpu-01'), node('gpu-02')]),
  collection('', 'v1', 'pods', [podOf('detector-a', 'gpu-01', 4)]),
  collection('apps', 'v1', 'deployments', [detector, other]),
  collection('autoscaling', 'v2', 'horizontalpodautoscalers', [autoscaler]),
];

const without = (plural: string) =>
  plain.filter(({ resource }) => resource.plural !== plural);

async function component(
  collections: typeof plain,
  ownership: readonly string[] = OWNERS,
) {
  const { capacity: read } = await startPlugin(collections, ownership);
  const { capacity, text } = await read('component/default/vision');
  if (capacity.scope !== 'workload') throw new Error(text);
  return { capacity, text };
}

describe('what a component may grow to', () => {
  it('says how far it can scale and whether an upgrade fits', async () => {
    const { capacity } = await component(plain);
    expect(capacity.headline).toBe(
      'It can scale from 4 to 12 GPUs now; an upgrade needs 4 GPUs more and fits.',
    );
    expect(capacity.demands).toMatchObject([
      {
        kind: 'Deployment',
        namespace: 'vision',
        name: 'detector',
        pieces: [{ devices: { [GPU]: 4 }, now: 1, min: 1, max: 3 }],
        // Beside the pod that runs there is room for one more on gpu-01 and for two on gpu-02.
        atMax: { outcome: 'go', replicas: 2, slots: 3, feasibleNodes: 2 },
        upgrade: { fit: { replicas: 1 } },
      },
    ]);
    expect(capacity.demands[0].atMin).toBeUndefined();
  });

  it('says how far it gets where nodes are too full', async () => {
    const { capacity } = await component([
      ...without('pods'),
      collection('', 'v1', 'pods', [
        podOf('detector-a', 'gpu-01', 4),
        pod('others', 'gpu-02', 8),
      ]),
    ]);
    expect(capacity.headline).toBe(
      'It can scale from 4 to 8 GPUs now, not to its maximum of 12; an upgrade needs 4 GPUs more and fits.',
    );
    expect(capacity.demands).toMatchObject([
      { atMax: { outcome: 'fragmentation', slots: 1 } },
    ]);
  });

  it('holds the quota of the namespace against it', async () => {
    const { capacity } = await component([
      ...plain,
      collection('', 'v1', 'resourcequotas', [quota(8, 4)]),
    ]);
    expect(capacity.demands).toMatchObject([
      {
        atMax: {
          outcome: 'ask-for-quota',
          verdict: 'fits',
          namespaceQuota: {
            status: 'after-others',
            sentence:
              'The quota "team" has 4 of 8 requests.nvidia.com/gpu left, 8 are asked for.',
          },
        },
        upgrade: { fit: { outcome: 'go' } },
      },
    ]);
  });

  it('gives no names of others, nor of quotas, to those who do not own it', async () => {
    const { capacity, text } = await component(
      [...plain, collection('', 'v1', 'resourcequotas', [quota(8, 4)])],
      ['group:default/speech-team'],
    );
    expect(capacity.demands).toMatchObject([
      {
        kind: 'Deployment',
        atMax: {
          namespaceQuota: {
            status: 'after-others',
            sentence: 'Its quota has no room for it before others end.',
          },
        },
      },
    ]);
    expect(capacity.demands[0]).not.toHaveProperty('name');
    expect(capacity.demands[0]).not.toHaveProperty('namespace');
    expect(text).not.toMatch(/detector|asr|team|hunter2|"namespace"/);
  });

  it('says that it lacks pods to its minimum, and why', async () => {
    const waiting = podOf('detector-b', undefined, 4);
    const { capacity } = await component([
      ...without('pods').filter(({ resource }) => resource.plural !== 'nodes'),
      collection('', 'v1', 'nodes', [node('gpu-01')]),
      collection('', 'v1', 'pods', [
        pod('others', 'gpu-01', 6),
        {
          ...waiting,
          status: {
            phase: 'Pending',
            conditions: [
              {
                type: 'PodScheduled',
                status: 'False',
                message:
                  '0/1 nodes are available: 1 Insufficient nvidia.com/gpu.',
              },
            ],
          },
        },
      ]),
    ]);
    expect(capacity.headline).toContain(
      'It has 0 GPUs and lacks pods to its minimum. It fits on no node now',
    );
    expect(
      capacity.pods.find(({ name }) => name === 'detector-b'),
    ).toMatchObject({
      pending:
        'The scheduler says: 0/1 nodes are available: 1 Insufficient nvidia.com/gpu. 1 node has at most 2 of the 4 GPUs free.',
    });
  });

  it('says what stands between it and admission by its queue', async () => {
    const { capacity } = await component(queueCollections);
    expect(capacity.demands).toMatchObject([
      {
        kind: 'Job',
        name: 'labels',
        waits: {
          reason:
            'It needs 4 nvidia.com/gpu of h100 more than its queue may use now.',
          position: 2,
          ahead: '1 workload is ahead of it. 1 of them by a higher priority.',
        },
      },
    ]);
    expect(capacity.headline).toBe(
      'It waits for admission: It needs 4 nvidia.com/gpu of h100 more than its queue may use now. 1 workload is ahead of it. 1 of them by a higher priority.',
    );
  });

  it('counts the head and the workers of a RayService apart', async () => {
    const rayPod = (name: string, group: string, devices: number) => {
      const one = pod(name, 'gpu-01', devices);
      return {
        ...one,
        metadata: {
          ...one.metadata,
          labels: {
            'ray.io/group': group,
            'ray.io/cluster': 'chat-x7',
            'ray.io/originated-from-crd': 'RayService',
            'ray.io/originated-from-cr-name': 'chat',
          },
        },
      };
    };
    const service: KubernetesObject = {
      apiVersion: 'ray.io/v1',
      kind: 'RayService',
      metadata: {
        namespace: 'vision',
        name: 'chat',
        labels: { 'backstage.io/kubernetes-id': 'vision' },
      },
      spec: {
        rayClusterConfig: {
          enableInTreeAutoscaling: true,
          headGroupSpec: { template: template(0, 'vision') },
          workerGroupSpecs: [
            {
              groupName: 'decode',
              replicas: 1,
              minReplicas: 2,
              maxReplicas: 4,
              template: template(4, 'vision'),
            },
          ],
        },
      },
    };
    const { capacity } = await component([
      ...without('pods').filter(
        ({ resource }) => resource.plural !== 'deployments',
      ),
      collection('', 'v1', 'pods', [
        rayPod('head', 'headgroup', 0),
        rayPod('decode-a', 'decode', 4),
      ]),
      collection('ray.io', 'v1', 'rayservices', [service]),
    ]);
    expect(capacity.demands).toMatchObject([
      {
        kind: 'RayService',
        pieces: [
          { name: 'head', devices: {}, min: 1, max: 1 },
          { name: 'decode', devices: { [GPU]: 4 }, min: 2, max: 4 },
        ],
        // The head runs; one worker is missing to the minimum, three to the maximum.
        atMin: { replicas: 1, outcome: 'go' },
        atMax: { replicas: 3, slots: 3, outcome: 'go' },
        // A second cluster beside the first: a head and the two workers that there must be.
        upgrade: {
          sentence: 'An upgrade needs 8 GPUs more and fits.',
          fit: { replicas: 3 },
        },
      },
    ]);
    expect(capacity.headline).toBe(
      'It has 4 GPUs and lacks pods to its minimum, for which there is room; an upgrade needs 8 GPUs more and fits.',
    );
  });

  it('does not tell one reader what another one was told a moment ago', async () => {
    const ownership = [...OWNERS];
    const { capacity: read } = await startPlugin(
      [...plain, collection('', 'v1', 'resourcequotas', [quota(4, 4)])],
      ownership,
    );
    const demandsOf = async () => {
      const { capacity, text } = await read('component/default/vision');
      if (capacity.scope !== 'workload') throw new Error(text);
      return JSON.stringify(capacity.demands);
    };
    const own = await demandsOf();
    expect(own).toMatch(/The quota .{2}team/);
    ownership.length = 0;
    const foreign = await demandsOf();
    expect(foreign).toContain('Its quota does not allow it.');
    expect(foreign).not.toMatch(/vision|team/);
    ownership.push(...OWNERS);
    expect(await demandsOf()).toBe(own);
  });

  it('has nothing to say of workloads where there are none', async () => {
    const { capacity } = await component(without('deployments'));
    expect(capacity.demands).toEqual([]);
    expect(capacity.headline).toBe('Its pods hold 4 × H100 (nvidia.com/gpu).');
  });
});
