import { object, podTemplate } from './__fixtures__/templates';
import { readDeployment, readStatefulSet } from './deployment';
import { readJob } from './job';
import { readJobSet } from './jobSet';
import { readLeaderWorkerSet } from './leaderWorkerSet';
import { readWorkloadDemand } from './readWorkloadDemand';
import {
  readHorizontalPodAutoscaler,
  readScaledObject,
  withReplicaRange,
} from './replicaRange';

const template = podTemplate(2);

describe('readDeployment', () => {
  it.each([
    [{}, 1, { kind: 'surge', pods: [{ piece: 'pods', pods: 1 }] }],
    [{ replicas: 0 }, 0, { kind: 'surge', pods: [{ piece: 'pods', pods: 0 }] }],
    // 25 % of 10, rounded up.
    [
      { replicas: 10 },
      10,
      { kind: 'surge', pods: [{ piece: 'pods', pods: 3 }] },
    ],
    [
      {
        replicas: 10,
        strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0 } },
      },
      10,
      { kind: 'surge', pods: [{ piece: 'pods', pods: 0 }] },
    ],
    [
      { replicas: 10, strategy: { rollingUpdate: { maxSurge: '55%' } } },
      10,
      { kind: 'surge', pods: [{ piece: 'pods', pods: 6 }] },
    ],
    [{ replicas: 4, strategy: { type: 'Recreate' } }, 4, { kind: 'in-place' }],
  ])('reads %j', (spec, now, upgrade) => {
    expect(readDeployment(object({ template, ...spec }))).toMatchObject({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      queueName: 'default',
      pieces: [{ name: 'pods', now, min: now, max: now }],
      upgrade,
    });
  });

  it('refuses a surge that is none', () => {
    expect(() =>
      readDeployment(
        object({ template, strategy: { rollingUpdate: { maxSurge: 'lots' } } }),
      ),
    ).toThrow();
  });
});

describe('readStatefulSet', () => {
  it('has pods make room for their successors', () => {
    expect(readStatefulSet(object({ template, replicas: 3 }))).toMatchObject({
      pieces: [{ now: 3 }],
      upgrade: { kind: 'in-place' },
    });
  });
});

describe('readJob', () => {
  it.each([
    [{}, {}, { now: 1, min: 1, max: 1 }],
    [{ parallelism: 4 }, {}, { now: 4, min: 4, max: 4 }],
    [{ parallelism: 4, completions: 2 }, {}, { now: 2, min: 2, max: 2 }],
    [
      { parallelism: 4, completions: 10 },
      { succeeded: 8 },
      { now: 2, min: 4, max: 4 },
    ],
    [
      { parallelism: 4, completions: 10 },
      { succeeded: 11 },
      { now: 0, min: 4, max: 4 },
    ],
    [{ parallelism: 4, suspend: true }, {}, { now: 0, min: 4, max: 4 }],
    [
      { parallelism: 4 },
      { conditions: [{ type: 'Complete', status: 'True' }] },
      { now: 0, min: 4, max: 4 },
    ],
    [
      { parallelism: 4 },
      { conditions: [{ type: 'Failed', status: 'False' }] },
      { now: 4, min: 4, max: 4 },
    ],
  ])('reads %j with %j', (spec, status, expected) => {
    expect(
      readJob(object({ template, ...spec }, { status })).pieces,
    ).toMatchObject([expected]);
  });

  it.each([
    ['2', 2],
    ['9', 4],
    ['many', 4],
  ])('may be admitted by Kueue with %s', (least, min) => {
    expect(
      readJob(
        object(
          { template, parallelism: 4 },
          {
            metadata: {
              namespace: 'ml',
              name: 'x',
              annotations: { 'kueue.x-k8s.io/job-min-parallelism': least },
            },
          },
        ),
      ).pieces,
    ).toMatchObject([{ min, max: 4 }]);
  });
});

describe('readJobSet', () => {
  const spec = {
    replicatedJobs: [
      { name: 'driver', template: { spec: { template: podTemplate(0) } } },
      {
        name: 'workers',
        replicas: 2,
        template: { spec: { parallelism: 4, completions: 4, template } },
      },
    ],
  };

  it('has as many pods as jobs have side by side', () => {
    expect(readJobSet(object(spec)).pieces).toMatchObject([
      { name: 'driver', now: 1, max: 1, podsPerReplica: 1 },
      { name: 'workers', now: 8, min: 8, max: 8, podsPerReplica: 4 },
    ]);
  });

  it.each([
    [{ suspend: true }, {}],
    [{}, { terminalState: 'Completed' }],
    [{}, { conditions: [{ type: 'Failed', status: 'True' }] }],
  ])('has none with %j and %j', (more, status) => {
    expect(
      readJobSet(object({ ...spec, ...more }, { status })).pieces.map(
        ({ now }) => now,
      ),
    ).toEqual([0, 0]);
  });
});

describe('readLeaderWorkerSet', () => {
  const set = (spec: object, leaderWorkerTemplate: object) =>
    readLeaderWorkerSet(
      object({
        ...spec,
        leaderWorkerTemplate: {
          workerTemplate: template,
          ...leaderWorkerTemplate,
        },
      }),
    );

  it('has groups that start together', () => {
    expect(
      set({ replicas: 3 }, { size: 4, leaderTemplate: podTemplate(1) }),
    ).toMatchObject({
      pieces: [
        {
          name: 'leader',
          now: 3,
          podsPerReplica: 1,
          gang: 'group',
          podTemplate: podTemplateLike(1),
        },
        {
          name: 'worker',
          now: 9,
          podsPerReplica: 3,
          gang: 'group',
          podTemplate: podTemplateLike(2),
        },
      ],
      upgrade: { kind: 'in-place' },
    });
  });

  it('has a leader alone, made like a worker, by default', () => {
    expect(set({}, {}).pieces).toMatchObject([
      {
        name: 'leader',
        now: 1,
        gang: undefined,
        podTemplate: podTemplateLike(2),
      },
    ]);
  });

  it('makes whole groups before it takes old ones away', () => {
    expect(
      set(
        {
          replicas: 4,
          rolloutStrategy: { rollingUpdateConfiguration: { maxSurge: '30%' } },
        },
        { size: 4 },
      ).upgrade,
    ).toEqual({
      kind: 'surge',
      pods: [
        { piece: 'leader', pods: 2 },
        { piece: 'worker', pods: 6 },
      ],
    });
  });

  function podTemplateLike(gpus: number) {
    return { spec: podTemplate(gpus).spec };
  }
});

describe('withReplicaRange', () => {
  const metadata = { namespace: 'ml', name: 'scaler' };
  const scaleTargetRef = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    name: 'x',
  };
  const deployment = readDeployment(object({ template, replicas: 3 }));
  const autoscaler = readHorizontalPodAutoscaler({
    metadata,
    spec: { scaleTargetRef, maxReplicas: 9 },
  });
  const scaled = (spec: object, annotations: object = {}) =>
    readScaledObject({
      metadata: { ...metadata, annotations },
      spec: { scaleTargetRef: { name: 'x' }, ...spec },
    });

  it.each([
    ['an autoscaler', [autoscaler], { now: 3, min: 1, max: 9 }],
    [
      'KEDA, which scales to nothing and to 100',
      [scaled({})],
      { now: 3, min: 0, max: 100 },
    ],
    [
      'KEDA rather than the autoscaler that it makes',
      [autoscaler, scaled({ minReplicaCount: 2, maxReplicaCount: 9 })],
      { now: 3, min: 2, max: 9 },
    ],
    [
      'KEDA with a count for idle times',
      [scaled({ idleReplicaCount: 0, minReplicaCount: 2 })],
      { now: 3, min: 0, max: 100 },
    ],
    [
      'KEDA held at a count',
      [scaled({}, { 'autoscaling.keda.sh/paused-replicas': '5' })],
      { now: 3, min: 5, max: 5 },
    ],
    [
      'KEDA paused, which changes nothing',
      [scaled({}, { 'autoscaling.keda.sh/paused': 'true' })],
      { now: 3, min: 3, max: 3 },
    ],
    [
      'KEDA not paused',
      [scaled({}, { 'autoscaling.keda.sh/paused': 'false' })],
      { now: 3, min: 0, max: 100 },
    ],
    ['no autoscaler', [], { now: 3, min: 3, max: 3 }],
    [
      'the autoscaler of something else',
      [{ ...autoscaler, target: { ...autoscaler.target, namespace: 'other' } }],
      { now: 3, min: 3, max: 3 },
    ],
  ])('takes %s', (_, ranges, expected) => {
    expect(withReplicaRange(deployment, ranges).pieces).toMatchObject([
      expected,
    ]);
  });

  it('scales groups as a whole', () => {
    const groups = readLeaderWorkerSet(
      object({ leaderWorkerTemplate: { workerTemplate: template, size: 4 } }),
    );
    const range = {
      ...autoscaler,
      target: { kind: 'LeaderWorkerSet', namespace: 'ml', name: 'x' },
    };
    expect(withReplicaRange(groups, [range]).pieces).toMatchObject([
      { min: 1, max: 9 },
      { min: 3, max: 27 },
    ]);
  });
});

describe('readWorkloadDemand', () => {
  it.each([
    ['apps/v1', 'Deployment', { template }],
    ['apps/v1', 'StatefulSet', { template }],
    ['batch/v1', 'Job', { template }],
    ['jobset.x-k8s.io/v1alpha2', 'JobSet', {}],
    [
      'leaderworkerset.x-k8s.io/v1',
      'LeaderWorkerSet',
      { leaderWorkerTemplate: { workerTemplate: template } },
    ],
    ['ray.io/v1', 'RayCluster', { headGroupSpec: { template } }],
    ['ray.io/v1', 'RayJob', {}],
    [
      'ray.io/v1',
      'RayService',
      { rayClusterConfig: { headGroupSpec: { template } } },
    ],
    ['serving.kserve.io/v1beta1', 'InferenceService', { predictor: {} }],
  ])('reads %s %s', (apiVersion, kind, spec) => {
    expect(
      readWorkloadDemand(object(spec, { apiVersion, kind })),
    ).toMatchObject({ apiVersion, kind });
  });

  it.each([
    ['v1', 'Pod'],
    ['example.com/v1', 'Deployment'],
  ])('does not know %s %s', (apiVersion, kind) => {
    expect(
      readWorkloadDemand(object({}, { apiVersion, kind })),
    ).toBeUndefined();
  });
});
