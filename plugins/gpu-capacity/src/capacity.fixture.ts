import type {
  FitView,
  PoolCapacity,
  WorkloadCapacity,
} from '@fairway/plugin-gpu-capacity-common';

const live = { status: 'live', asOf: '2026-11-21T12:00:00Z' } as const;
const cluster = { name: 'gpu-west', title: 'GPU cluster west' };
const H100 = 'NVIDIA-H100-80GB-HBM3';

/** An H100 node that has lost a device, a cordoned one, one whose devices are split, and one without accelerators. */
export const pool: PoolCapacity = {
  scope: 'pool',
  headline: '11 of 16 H100 80GB HBM3 are held; 2 are free on one node.',
  cluster,
  nodes: {
    freshness: live,
    malformed: [],
    items: [
      {
        name: 'gpu-01',
        state: 'ready',
        product: H100,
        resources: [
          {
            resource: 'nvidia.com/gpu',
            kind: 'device',
            owned: 8,
            units: { busy: 4, idle: 1, usable: 1, stranded: 1, lost: 1 },
          },
        ],
      },
      {
        name: 'gpu-02',
        state: 'cordoned',
        product: H100,
        resources: [
          {
            resource: 'nvidia.com/gpu',
            kind: 'device',
            owned: 8,
            units: { busy: 5, unmeasured: 1, blocked: 2 },
            overheld: 1,
          },
        ],
      },
      {
        name: 'mig-01',
        state: 'unknown',
        product: 'NVIDIA-A100-SXM4-40GB',
        resources: [
          {
            resource: 'nvidia.com/mig-1g.5gb',
            kind: 'partition',
            owned: 7,
            units: { unknown: 7 },
          },
        ],
      },
      { name: 'login-01', state: 'ready', resources: [] },
    ],
  },
  pods: { freshness: live, malformed: [], waiting: 1, gated: 2, wasting: 1 },
  parts: [
    { name: 'budgets', status: 'live' },
    { name: 'metrics', status: 'unobserved', reason: 'no Prometheus is set' },
  ],
  devices: {
    busy: 9,
    idle: 1,
    unmeasured: 1,
    usable: 1,
    stranded: 1,
    blocked: 2,
    lost: 1,
  },
  uncounted: [{ resource: 'nvidia.com/mig-1g.5gb', units: 7 }],
  groups: [
    {
      product: H100,
      resource: 'nvidia.com/gpu',
      kind: 'device',
      nodes: 2,
      owned: 16,
      units: {
        busy: 9,
        idle: 1,
        unmeasured: 1,
        usable: 1,
        stranded: 1,
        blocked: 2,
        lost: 1,
      },
      devices: 16,
      largestFree: 2,
      slots: [
        { devices: 1, slots: 2, nodes: 1 },
        { devices: 2, slots: 1, nodes: 1 },
        { devices: 4, slots: 0, nodes: 0 },
        { devices: 8, slots: 0, nodes: 0 },
      ],
      fragmentation: 0.5,
    },
    {
      product: 'NVIDIA-A100-SXM4-40GB',
      resource: 'nvidia.com/mig-1g.5gb',
      kind: 'partition',
      nodes: 1,
      owned: 7,
      units: { unknown: 7 },
      largestFree: 0,
      slots: [],
    },
  ],
  health: [
    {
      kind: 'lost-devices',
      severity: 'bad',
      node: 'gpu-01',
      devices: 1,
      since: '2026-11-21T09:00:00Z',
      sentence:
        'gpu-01 has lost 1 of its 8 nvidia.com/gpu: it is registered and cannot be used.',
    },
    {
      kind: 'cordoned',
      severity: 'info',
      node: 'gpu-02',
      devices: 2,
      sentence:
        'gpu-02 is cordoned: 2 units that nobody holds are out of reach.',
    },
  ],
  moves: {
    devices: 4,
    resource: 'nvidia.com/gpu',
    sentence:
      'A 4-GPU pod would need 2 pods to move from gpu-01, and there is room for them elsewhere.',
    exhaustive: false,
    move: {
      node: 'gpu-01',
      pods: [
        {
          pod: { namespace: 'ml', name: 'batch-0' },
          devices: { 'nvidia.com/gpu': 1 },
          priority: 0,
          to: 'gpu-03',
        },
        {
          pod: {},
          devices: { 'nvidia.com/gpu': 1 },
          priority: 100,
          to: 'gpu-03',
        },
      ],
    },
  },
};

/** Fits, but for rules that are not evaluated. */
export const fits: FitView = {
  cluster,
  freshness: live,
  sentence: 'It fits on 1 node, unless its pod affinity stands against it.',
  outcome: 'go',
  verdict: 'fits',
  replicas: 1,
  slots: 2,
  feasible: [{ node: 'gpu-01', slots: 2 }],
  feasibleNodes: 1,
  nodes: 4,
  unknownNodes: 1,
  reasons: [
    { reason: 'Insufficient nvidia.com/gpu', nodes: 2 },
    { reason: 'node(s) were unschedulable', nodes: 1 },
  ],
  unevaluated: ['pod-affinity'],
  nearMisses: [],
  quota: { status: 'none', sentence: 'No quota applies.' },
};

/** Does not fit, and quota would not allow it either. */
export const fitsNot: FitView = {
  cluster: { name: 'gpu-east' },
  freshness: live,
  sentence: 'It fits on no node now. It needs 4 more than quota gives.',
  outcome: 'both',
  verdict: 'does-not-fit',
  replicas: 1,
  slots: 0,
  feasible: [],
  feasibleNodes: 0,
  nodes: 3,
  unknownNodes: 0,
  reasons: [{ reason: 'Insufficient cpu', nodes: 3 }],
  message: '0/3 nodes are available: 3 Insufficient cpu.',
  unevaluated: [],
  nearMisses: [
    {
      kind: 'resources',
      sentence: '3 nodes have 8 GPUs free, but only 40 of the 64 CPUs.',
      nodes: ['e-01', 'e-02'],
      count: 3,
    },
  ],
  quota: { status: 'never', sentence: 'It needs 4 more than quota gives.' },
};

/** A component with a pod that runs, one that waits, and a RayService without a ceiling. */
export const workload: WorkloadCapacity = {
  scope: 'workload',
  headline: 'Its pods hold 2 × L4 (nvidia.com/gpu). 1 pod waits for more.',
  clusters: [{ cluster: { name: 'gpu-west' }, freshness: live, malformed: [] }],
  pods: [
    {
      cluster: 'gpu-west',
      namespace: 'vision',
      name: 'inference-0',
      node: 'gpu-07',
      product: 'NVIDIA-L4',
      holding: 'held',
      accelerators: { 'nvidia.com/gpu': 2 },
      waste: 'CrashLoopBackOff',
    },
    {
      cluster: 'gpu-west',
      namespace: 'vision',
      name: 'inference-1',
      holding: 'pending',
      accelerators: { 'nvidia.com/gpu': 2 },
      pending: 'No node has 2 GPUs free.',
    },
  ],
  hidden: { pods: 3, devices: { 'nvidia.com/gpu': 6 } },
  demands: [
    {
      cluster: 'gpu-west',
      kind: 'RayService',
      namespace: 'vision',
      name: 'inference',
      pieces: [
        {
          name: 'workers',
          devices: { 'nvidia.com/gpu': 2 },
          now: 1,
          min: 1,
        },
        { name: 'head', devices: {}, now: 1, min: 1, max: 1 },
      ],
      atMin: fits,
      upgrade: {
        sentence: 'An upgrade needs 2 GPUs more, and they do not fit.',
        fit: fitsNot,
      },
      findings: ['Autoscaling is off and a worker is idle.'],
    },
  ],
};
