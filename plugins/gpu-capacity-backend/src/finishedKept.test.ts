import { startPlugin } from './__testUtils__/startPlugin';
import { node, pod } from './testObjects';
import { collection, template } from './testQueues';

const controller = (kind: string, name: string) => [
  { apiVersion: 'ray.io/v1', kind, name, controller: true },
];

const raySpec = {
  headGroupSpec: { template: template(0, 'vision') },
  workerGroupSpecs: [
    {
      groupName: 'workers',
      replicas: 2,
      minReplicas: 2,
      maxReplicas: 2,
      template: template(4, 'vision'),
    },
  ],
};

/** A RayJob with its RayCluster. */
function job(name: string, status: object, spec: object = {}) {
  return {
    rayJob: {
      apiVersion: 'ray.io/v1',
      kind: 'RayJob',
      metadata: { namespace: 'vision', name },
      spec: { rayClusterSpec: raySpec, ...spec },
      status: { rayClusterName: `${name}-x7`, ...status },
    },
    rayCluster: {
      apiVersion: 'ray.io/v1',
      kind: 'RayCluster',
      metadata: {
        namespace: 'vision',
        name: `${name}-x7`,
        ownerReferences: controller('RayJob', name),
      },
      spec: raySpec,
    },
  };
}

function worker(name: string, nodeName: string, devices: number, of: string) {
  const plain = pod(name, nodeName, devices);
  return {
    ...plain,
    metadata: {
      ...plain.metadata,
      labels: {
        'backstage.io/kubernetes-id': 'vision',
        'ray.io/cluster': `${of}-x7`,
      },
      ownerReferences: controller('RayCluster', `${of}-x7`),
    },
  };
}

const ENDED = { jobStatus: 'SUCCEEDED', jobDeploymentStatus: 'Complete' };

async function reclaimOf(
  jobs: ReadonlyArray<ReturnType<typeof job>>,
  pods: ReadonlyArray<ReturnType<typeof pod>>,
) {
  const { invoke } = await startPlugin([
    collection('', 'v1', 'nodes', [node('gpu-01'), node('gpu-02')]),
    collection('', 'v1', 'pods', pods),
    collection(
      'ray.io',
      'v1',
      'rayjobs',
      jobs.map(({ rayJob }) => rayJob),
    ),
    collection(
      'ray.io',
      'v1',
      'rayclusters',
      jobs.map(({ rayCluster }) => rayCluster),
    ),
  ]);
  return invoke('idle-gpus', {});
}

describe('what has finished and is kept', () => {
  it('lists the devices that the cluster of an ended RayJob holds, once', async () => {
    const crashing = {
      ...worker('w1', 'gpu-02', 4, 'train'),
      status: {
        phase: 'Running',
        containerStatuses: [
          { state: { waiting: { reason: 'CrashLoopBackOff' } } },
        ],
      },
    };
    expect(
      await reclaimOf(
        [job('train', ENDED)],
        [worker('w0', 'gpu-01', 4, 'train'), crashing],
      ),
    ).toMatchObject({
      reclaim: [
        {
          kind: 'finished-kept',
          entityRef: 'component:default/vision',
          devices: 8,
          pods: 2,
          sentence:
            '2 pods of vision hold 8 H100 in gpu-west for a RayJob that has ended: nothing takes its cluster away.',
        },
      ],
    });
  });

  it.each([
    ['still runs', { jobDeploymentStatus: 'Running' }, {}],
    ['takes its cluster away', ENDED, { shutdownAfterJobFinishes: true }],
  ])('does not list a RayJob that %s', async (_, status, spec) => {
    expect(
      await reclaimOf(
        [job('train', status, spec)],
        [worker('w0', 'gpu-01', 4, 'train')],
      ),
    ).toMatchObject({ reclaim: [] });
  });

  it('does not believe a label that names an ended RayJob', async () => {
    const impostor = {
      ...pod('other', 'gpu-01', 4),
      metadata: {
        name: 'other',
        namespace: 'vision',
        labels: {
          'ray.io/cluster': 'train-x7',
          'ray.io/originated-from-crd': 'RayJob',
          'ray.io/originated-from-cr-name': 'train',
        },
      },
    };
    expect(await reclaimOf([job('train', ENDED)], [impostor])).toMatchObject({
      reclaim: [],
    });
  });
});
