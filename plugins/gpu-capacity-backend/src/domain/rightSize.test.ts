import {
  ClusterState,
  DEFAULT_ACCELERATORS,
  shapeOfRequests,
  type ClusterNode,
  type ClusterPod,
  type PodActivity,
  type PodUse,
} from '@fairway/plugin-gpu-capacity-common';
import { GPU, clusterNode, clusterPod } from '../__testUtils__/clusterView';
import type { MetricsReading } from '../prometheus';
import { rightSizeGroups } from './rightSizeGroups';
import { rightSizeQuestion } from './rightSizeQuestion';
import { rightSizeView } from './rightSizeView';

const H100 = 'NVIDIA-H100-80GB-HBM3';
const HOUR_MS = 3_600_000;
const NOW = 1_800_000_000_000;

const detector = (name: string, more: Partial<ClusterPod> = {}) =>
  clusterPod(name, 'a', 1, {
    startedAt: NOW - 30 * HOUR_MS,
    labels: { 'pod-template-hash': '5d9' },
    owner: { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'detector-5d9' },
    ...more,
  });

type Device = PodActivity['devices'][number];

const device = (more: Partial<Device> = {}): Device => ({
  state: 'busy',
  deviceKey: 'GPU-1',
  busyMax: 0.1,
  busyMean: 0.1,
  memoryUsedBytes: 1,
  holdsMemory: false,
  attributable: true,
  ...more,
});

interface Setup {
  readonly pods: readonly ClusterPod[];
  readonly node?: Partial<ClusterNode>;
  readonly devices?: readonly Device[];
  readonly isUnobserved?: boolean;
}

function groupsOf({ pods, node, devices, isUnobserved }: Setup) {
  const nothing = { reporting: 0, held: 0 };
  const nodes = [clusterNode('a', { product: H100, ...node })];
  return rightSizeGroups(
    {
      name: 'west',
      state: ClusterState.of(nodes, pods),
      workloads: { topOf: () => undefined },
      activity: {
        freshness: isUnobserved
          ? { status: 'unobserved', reason: 'down' }
          : { status: 'live', asOf: '' },
        errors: [],
        notes: [],
        sources: [],
        activity: {
          pods: pods.map(({ namespace, name }) => ({
            namespace,
            name,
            devices: devices ?? [device()],
          })),
          devices: [],
          busy: 0,
          idle: 0,
          noMetric: 0,
          idleWithMemory: 0,
          coverage: nothing,
          memoryCoverage: nothing,
        },
      },
    },
    pods,
    DEFAULT_ACCELERATORS,
  );
}

const questionsOf = (setup: Setup) =>
  groupsOf(setup).map(group => rightSizeQuestion(group, NOW));

const use = (more: Partial<PodUse> = {}): MetricsReading<PodUse> => ({
  status: 'observed',
  warnings: [],
  value: {
    memoryP99Bytes: 7e9,
    busyMax: 0.1,
    coverage: { reporting: 23, held: 23 },
    ...more,
  },
});

function viewsOf(
  setup: Setup,
  readings: Readonly<Record<string, MetricsReading<PodUse>>>,
  mayName = true,
) {
  const uses = new Map(
    Object.entries(readings).map(([name, reading]) => [
      `uid-${name}`,
      { reading, periodSeconds: 30 * 3_600 },
    ]),
  );
  return groupsOf(setup).map(group =>
    rightSizeView({
      group,
      question: rightSizeQuestion(group, NOW),
      uses,
      nodes: [{ node: clusterNode('a', setup.node) }],
      mayName,
    }),
  );
}

describe('right size of the pods of a component', () => {
  const pods = [
    detector('a'),
    detector('b', { startedAt: NOW - 200 * HOUR_MS }),
  ];

  it('asks for equal pods over the time in which all of them hold their device, of a week at most', () => {
    const [question] = questionsOf({ pods });
    const span = { periodSeconds: 30 * 3_600, stepSeconds: 3_600 };
    expect(question).toEqual({
      ask: ['a', 'b'].map(name => ({
        cluster: 'west',
        uid: `uid-${name}`,
        namespace: 'vision',
        name,
        units: 1,
        span,
      })),
    });
    expect(questionsOf({ pods: [pods[1]] })).toMatchObject([
      { ask: [{ span: { periodSeconds: 7 * 86_400 } }] },
    ]);
  });

  it.each<readonly [string, Setup]>([
    [
      'its devices are shared, so no figure is its own',
      { pods, devices: [device({ attributable: false })] },
    ],
    [
      'its devices are shared, so no figure is its own',
      {
        pods: [
          detector('a', { shape: shapeOfRequests({ [`${GPU}.shared`]: 1 }) }),
        ],
      },
    ],
    [
      'its devices are shared, so no figure is its own',
      // Eight units of two cards: time-slicing without a name of its own.
      { pods, node: { physicalDevices: 2 } },
    ],
    ['its product is not known', { pods, node: { product: undefined } }],
    [
      'L4 is not known to be divisible',
      { pods, node: { product: 'NVIDIA-L4' } },
    ],
    [
      'a pod uses 2 devices together, and parts of cards cannot reach each other directly',
      { pods: [detector('a', { shape: shapeOfRequests({ [GPU]: 2 }) })] },
    ],
    [
      'only 0 of 2 devices report',
      { pods, devices: [device({ deviceKey: undefined })] },
    ],
    [
      'it has 17 pods, and the use of 16 at most is looked at',
      { pods: Array.from({ length: 17 }, (_, i) => detector(`p${i}`)) },
    ],
    [
      'since when its pods hold their devices is not known',
      { pods: [detector('a', { startedAt: undefined })] },
    ],
    [
      'its youngest pod has held its device for 23 hours, and a hint takes a day',
      { pods: [pods[1], detector('c', { startedAt: NOW - 23.9 * HOUR_MS })] },
    ],
  ])('asks nothing where %s', (reason, setup) => {
    expect(questionsOf(setup)).toEqual([{ reason }]);
  });

  it('asks nothing while one of the pods has just got its device', () => {
    const fresh = detector('c', {
      holding: 'starting',
      startedAt: NOW - HOUR_MS / 2,
    });
    expect(questionsOf({ pods: [...pods, fresh] })).toEqual([
      {
        reason:
          'its youngest pod has held its device for less than an hour, and a hint takes a day',
      },
    ]);
  });

  it.each<readonly [string, Setup]>([
    ['nothing is measured', { pods, isUnobserved: true }],
    [
      'it has parts of cards already',
      {
        pods: [
          detector('a', {
            shape: shapeOfRequests({ 'nvidia.com/mig-1g.10gb': 1 }),
          }),
        ],
      },
    ],
    [
      'all cards of its node are split alike',
      {
        pods,
        node: {
          labels: {
            'nvidia.com/gpu.product': 'NVIDIA-H100-80GB-HBM3-MIG-1g.10gb',
          },
        },
      },
    ],
    [
      'it has its devices by claims',
      { pods: [detector('a', { claimNames: { gpu: 'c' } })] },
    ],
    ['it holds nothing yet', { pods: [clusterPod('w', undefined, 1)] }],
    [
      'what it holds is being given back',
      { pods: [detector('a', { holding: 'releasing' })] },
    ],
  ])('has nothing to say where %s', (_, setup) => {
    expect(groupsOf(setup)).toEqual([]);
  });

  it('tells the pieces of a workload apart', () => {
    const ray = (name: string, group: string) =>
      detector(name, {
        owner: undefined,
        labels: { 'ray.io/cluster': 'chat', 'ray.io/group': group },
      });
    const views = viewsOf(
      { pods: [ray('a', 'prefill'), ray('b', 'decode')] },
      { a: use(), b: use({ memoryP99Bytes: 60e9 }) },
    );
    expect(views).toMatchObject([{ status: 'smaller' }, { status: 'fits' }]);
    expect(views[1].sentence).toContain('decode of RayCluster vision/chat');
  });

  // 9 GB with a fifth to spare are 10.8 GB: two eighths of 80 GB; 0.1 busy is less than a seventh.
  it('goes by the pod that uses most', () => {
    expect(
      viewsOf({ pods }, { a: use(), b: use({ memoryP99Bytes: 9e9 }) }),
    ).toEqual([
      {
        cluster: 'west',
        product: H100,
        pods: 2,
        status: 'smaller',
        profile: '1g.20gb',
        memoryBytes: 20e9,
        periodSeconds: 30 * 3_600,
        sentence:
          'A MIG slice of 20 GB (1g.20gb) would hold what each pod of Deployment vision/detector uses: p99 of memory 9 GB, busy 10 % at most in 30 hours, measured on 2 devices all the time. A fifth is kept to spare; try it out before you rely on it. No node of the cluster offers such slices now.',
      },
    ]);
  });

  it('says whether a node offers such slices', () => {
    const node = { allocatable: { 'nvidia.com/mig-1g.10gb': 2 } };
    const [{ sentence }] = viewsOf({ pods, node }, { a: use(), b: use() });
    expect(sentence).toContain('(1g.10gb)');
    expect(sentence).not.toContain('No node');
  });

  it.each<readonly [string, Record<string, MetricsReading<PodUse>>]>([
    ['what its pods used is being read', { a: use() }],
    [
      'Prometheus cannot be read',
      {
        a: use(),
        b: { status: 'unobserved', reason: 'Prometheus cannot be read.' },
      },
    ],
    [
      'only 1 of 2 devices report in 30 hours',
      { a: use(), b: use({ coverage: { reporting: 22, held: 23 } }) },
    ],
    [
      'its memory or its activity is not measured in 30 hours',
      { a: use(), b: use({ busyMax: undefined }) },
    ],
  ])('gives no hint: %s', (reason, readings) => {
    expect(viewsOf({ pods }, readings)).toMatchObject([
      {
        status: 'unknown',
        sentence: `No right-size hint for Deployment vision/detector: ${reason}.`,
      },
    ]);
  });

  it('names nothing to who may not know it', () => {
    const [view] = viewsOf({ pods }, { a: use(), b: use() }, false);
    expect(JSON.stringify(view)).not.toMatch(/detector|vision/);
    expect(view.sentence).toContain('each pod of a Deployment uses');
  });
});
