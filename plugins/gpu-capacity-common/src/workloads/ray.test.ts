import { object, podTemplate } from './__fixtures__/templates';
import { readRayCluster } from './rayCluster';
import { readRayJob } from './rayJob';
import { readRayService } from './rayService';

const group = (more: object = {}) => ({
  groupName: 'gpu',
  replicas: 2,
  minReplicas: 1,
  maxReplicas: 4,
  template: podTemplate(4),
  ...more,
});

const cluster = (groups: object[], more: object = {}) => ({
  headGroupSpec: { template: podTemplate(0) },
  workerGroupSpecs: groups,
  ...more,
});

const AUTOSCALING = { enableInTreeAutoscaling: true };
const CONTROLLED = {
  metadata: {
    namespace: 'ml',
    name: 'svc-a',
    ownerReferences: [
      {
        apiVersion: 'ray.io/v1',
        kind: 'RayService',
        name: 'svc',
        controller: true,
      },
    ],
  },
};

const workers = (demand: ReturnType<typeof readRayCluster>) => {
  const { now, min, max, gang } = demand.pieces[1];
  return { now, min, max, gang };
};

describe('readRayCluster', () => {
  it('reads the head and the workers', () => {
    expect(readRayCluster(object(cluster([group()])))).toEqual({
      apiVersion: 'ray.io/v1',
      kind: 'RayCluster',
      namespace: 'ml',
      name: 'x',
      labels: { 'kueue.x-k8s.io/queue-name': 'default' },
      owner: undefined,
      queueName: 'default',
      pieces: [
        {
          name: 'head',
          podTemplate: {
            labels: { app: 'x' },
            annotations: {},
            spec: podTemplate(0).spec,
          },
          now: 1,
          min: 1,
          max: 1,
          podsPerReplica: 1,
          gang: undefined,
        },
        {
          name: 'gpu',
          podTemplate: {
            labels: { app: 'x' },
            annotations: {},
            spec: podTemplate(4).spec,
          },
          now: 2,
          min: 2,
          max: 2,
          podsPerReplica: 1,
          gang: undefined,
        },
      ],
      upgrade: { kind: 'in-place' },
      findings: [
        {
          finding: 'autoscaling-off',
          sentence:
            'Autoscaling is off: its workers stay, whether they are used or not.',
        },
      ],
    });
  });

  it.each([
    ['its range', {}, { now: 2, min: 1, max: 4, gang: undefined }],
    [
      'hosts times replicas',
      { numOfHosts: 4 },
      { now: 8, min: 4, max: 16, gang: 'gpu' },
    ],
    [
      'replicas not below the least',
      { replicas: 0 },
      { now: 1, min: 1, max: 4, gang: undefined },
    ],
    [
      'the least where none are given',
      { replicas: undefined },
      { now: 1, min: 1, max: 4, gang: undefined },
    ],
    [
      'replicas not above the most',
      { replicas: 9 },
      { now: 4, min: 1, max: 4, gang: undefined },
    ],
    [
      'no ceiling by default',
      { maxReplicas: 2147483647 },
      { now: 2, min: 1, max: 'no ceiling', gang: undefined },
    ],
    [
      'no ceiling, also of many hosts',
      { maxReplicas: undefined, numOfHosts: 2 },
      { now: 4, min: 2, max: 'no ceiling', gang: 'gpu' },
    ],
    [
      'nothing of a suspended group',
      { suspend: true },
      { now: 0, min: 0, max: 0, gang: undefined },
    ],
  ])('takes with autoscaling %s', (_, more, expected) => {
    expect(
      workers(readRayCluster(object(cluster([group(more)], AUTOSCALING)))),
    ).toEqual(expected);
  });

  it('says which groups have no ceiling', () => {
    expect(
      readRayCluster(
        object(cluster([group({ maxReplicas: undefined })], AUTOSCALING)),
      ).findings,
    ).toEqual([
      {
        finding: 'no-ceiling',
        sentence:
          'The worker groups "gpu" have no maxReplicas: nothing limits how far they grow.',
      },
    ]);
  });

  it('has no pods while it is suspended', () => {
    expect(
      readRayCluster(object(cluster([group()], { suspend: true }))).pieces.map(
        ({ now }) => now,
      ),
    ).toEqual([0, 0]);
  });

  it('leaves findings to its owner', () => {
    expect(
      readRayCluster(object(cluster([group()]), CONTROLLED)),
    ).toMatchObject({
      owner: { kind: 'RayService', name: 'svc' },
      findings: [],
    });
  });

  it('refuses what is none', () => {
    expect(() => readRayCluster(object({}))).toThrow();
    expect(() =>
      readRayCluster(object(cluster([group({ replicas: -1 })]))),
    ).toThrow();
  });
});

describe('readRayService', () => {
  const service = (more: object = {}, status?: object, config: object = {}) =>
    object(
      { rayClusterConfig: cluster([group()], config), ...more },
      { status },
    );
  const BOTH = {
    activeServiceStatus: { rayClusterName: 'svc-a' },
    pendingServiceStatus: { rayClusterName: 'svc-b' },
  };
  const ACTIVE = {
    activeServiceStatus: { rayClusterName: 'svc-a' },
    pendingServiceStatus: {},
  };
  const child = (name: string, replicas: number) =>
    readRayCluster(
      object(cluster([group({ replicas })], AUTOSCALING), {
        metadata: { namespace: 'ml', name },
      }),
    );

  it('needs as much again to be upgraded', () => {
    expect(readRayService(service({}, ACTIVE))).toMatchObject({
      pieces: [{ now: 1 }, { now: 2 }],
      upgrade: {
        kind: 'surge',
        pods: [
          { piece: 'head', pods: 1 },
          { piece: 'gpu', pods: 2 },
        ],
      },
    });
  });

  it('counts both clusters while it is upgraded', () => {
    expect(readRayService(service({}, BOTH))).toMatchObject({
      pieces: [{ now: 2 }, { now: 4 }],
      upgrade: { pods: [{ pods: 0 }, { pods: 0 }] },
      findings: [
        { finding: 'autoscaling-off' },
        {
          finding: 'upgrading',
          sentence:
            'It is being upgraded: the old and the new cluster both hold what they have.',
        },
      ],
    });
  });

  it('believes the clusters themselves where the autoscaler is on', () => {
    const scaled = service({}, BOTH, AUTOSCALING);
    expect(
      readRayService(scaled, [
        child('svc-a', 4),
        child('svc-b', 1),
        child('other', 3),
      ]),
    ).toMatchObject({ pieces: [{ now: 2 }, { now: 5 }] });
    expect(readRayService(scaled, [child('svc-a', 4)])).toMatchObject({
      pieces: [{ now: 2 }, { now: undefined }],
    });
    expect(readRayService(service({}, ACTIVE, AUTOSCALING))).toMatchObject({
      pieces: [{ now: 1 }, { now: undefined, min: 1, max: 4 }],
      upgrade: { pods: [{ pods: 1 }, { pods: undefined }] },
    });
  });

  it.each([
    // 30 % of 4 workers, rounded up.
    [30, 4, 2],
    [100, 4, 4],
    // Never fewer than the new cluster starts with.
    [0, 4, 1],
    [undefined, 3, 3],
  ])(
    'with a surge of %s %% needs for %d workers %d more',
    (maxSurgePercent, replicas, pods) => {
      expect(
        readRayService(
          service(
            {
              upgradeStrategy: {
                type: 'NewClusterWithIncrementalUpgrade',
                clusterUpgradeOptions: { maxSurgePercent },
              },
            },
            ACTIVE,
            AUTOSCALING,
          ),
          [child('svc-a', replicas)],
        ).upgrade,
      ).toEqual({
        kind: 'surge',
        pods: [
          { piece: 'head', pods: 1 },
          { piece: 'gpu', pods },
        ],
      });
    },
  );

  it('is not upgraded where that is switched off', () => {
    expect(
      readRayService(service({ upgradeStrategy: { type: 'None' } })).upgrade,
    ).toEqual({ kind: 'none' });
  });

  it('has no pods while it is suspended', () => {
    expect(
      readRayService(service({ suspend: true }, ACTIVE)).pieces.map(
        ({ now }) => now,
      ),
    ).toEqual([0, 0]);
  });
});

describe('readRayJob', () => {
  const job = (
    spec: object,
    jobDeploymentStatus?: string,
    jobStatus?: string,
  ) =>
    readRayJob(
      object(
        { rayClusterSpec: cluster([group()]), ...spec },
        { status: { jobDeploymentStatus, jobStatus } },
      ),
    );
  const rule = (policy: string) => ({
    deletionStrategy: { deletionRules: [{ policy, condition: {} }] },
  });
  const policies = (onSuccess: string, onFailure: string) => ({
    deletionStrategy: {
      onSuccess: { policy: onSuccess },
      onFailure: { policy: onFailure },
    },
  });

  it.each([
    [
      'is kept after its end',
      {},
      'Complete',
      'SUCCEEDED',
      2,
      ['kept-after-end'],
    ],
    ['is kept after it failed', {}, 'Failed', 'FAILED', 2, ['kept-after-end']],
    [
      'is gone at its end',
      { shutdownAfterJobFinishes: true },
      'Complete',
      'SUCCEEDED',
      0,
      [],
    ],
    [
      'goes some time after its end',
      { shutdownAfterJobFinishes: true, ttlSecondsAfterFinished: 60 },
      'Complete',
      'SUCCEEDED',
      undefined,
      [],
    ],
    ['will be kept', {}, 'Running', 'RUNNING', 2, ['keeps-after-end']],
    [
      'will not be kept',
      { shutdownAfterJobFinishes: true },
      'Running',
      'RUNNING',
      2,
      [],
    ],
    [
      'waits to be created',
      { shutdownAfterJobFinishes: true },
      undefined,
      undefined,
      2,
      [],
    ],
    [
      'is suspended',
      { suspend: true, shutdownAfterJobFinishes: true },
      'Suspended',
      '',
      0,
      [],
    ],
    [
      'is to be suspended',
      { suspend: true, shutdownAfterJobFinishes: true },
      undefined,
      undefined,
      0,
      [],
    ],
    [
      'was refused',
      { shutdownAfterJobFinishes: true },
      'ValidationFailed',
      '',
      0,
      [],
    ],
    [
      'has a rule that deletes',
      rule('DeleteCluster'),
      'Complete',
      'SUCCEEDED',
      undefined,
      [],
    ],
    [
      'has a rule that deletes nothing',
      rule('DeleteNone'),
      'Complete',
      'SUCCEEDED',
      2,
      ['kept-after-end'],
    ],
    [
      'is deleted for its success',
      policies('DeleteCluster', 'DeleteNone'),
      'Complete',
      'SUCCEEDED',
      undefined,
      [],
    ],
    [
      'is kept for its failure',
      policies('DeleteCluster', 'DeleteNone'),
      'Failed',
      'FAILED',
      2,
      ['kept-after-end'],
    ],
  ])('that %s', (_, spec, deployment, status, now, findings) => {
    const demand = job(spec, deployment, status);
    expect(demand.pieces[1].now).toBe(now);
    expect(demand.findings.map(({ finding }) => finding)).toEqual(findings);
  });

  it('has no pods of its own in the cluster of another', () => {
    expect(
      job({ clusterSelector: { 'ray.io/cluster': 'shared' } }),
    ).toMatchObject({
      pieces: [],
      findings: [],
    });
  });
});
