import { text } from 'node:stream/consumers';
import { AnsweringServer } from './__testUtils__/prometheus/AnsweringServer';
import { startPlugin } from './__testUtils__/startPlugin';
import { node, pod } from './testObjects';
import { collection, queueCollections } from './testQueues';

type Labels = Readonly<Record<string, string>>;
type Element = readonly [Labels, number];

const H100 = 'NVIDIA-H100-80GB-HBM3';
const HOUR_MS = 3_600_000;
const OWNERS = ['group:default/vision-team'];

const CARD: Labels = {
  UUID: 'GPU-3',
  gpu: '3',
  Hostname: 'gpu-01',
  namespace: 'vision',
  pod: 'detector-0',
};

const METRICS = [
  'DCGM_FI_PROF_GR_ENGINE_ACTIVE',
  'DCGM_FI_DEV_FB_USED_BYTES',
  'DCGM_FI_DEV_XID_ERRORS',
  'kueue_admission_wait_time_seconds_bucket',
];

const stats = (all: Readonly<Record<string, number>>): Element[] =>
  Object.entries(all).map(([stat, value]) => [
    { ...CARD, fairway_stat: stat },
    value,
  ]);

/** What Prometheus would answer: the first rule that matches. */
const ANSWERS: ReadonlyArray<readonly [RegExp, () => readonly Element[]]> = [
  [
    /^count by \(__name__\)/,
    () => METRICS.map(name => [{ __name__: name }, 1] as const),
  ],
  [/^max_over_time\(DCGM_FI_PROF/, () => [[CARD, 0.1]]],
  [
    /kueue_admission_wait/,
    () =>
      [
        ['40', 10],
        ['80', 60],
        ['160', 84],
        ['+Inf', 84],
      ].map(([le, count]) => [
        { cluster_queue: 'vision', priority_class: 'high', le: String(le) },
        Number(count),
      ]),
  ],
  [
    /quantile_over_time.*FB_USED|FB_USED.*quantile_over_time/,
    () => stats({ p99: 9e9, max: 9e9, steps: 30 }),
  ],
  [/quantile_over_time/, () => stats({ p99: 0.05, max: 0.1, steps: 30 })],
  [/XID_ERRORS.* unless /, () => [[CARD, Date.now() / 1_000 - 600]]],
  [/XID_ERRORS/, () => stats({ latest: 79, time: Date.now() / 1_000 })],
  [/FB_USED/, () => stats({ latest: 8e9, time: Date.now() / 1_000 })],
  [
    /GR_ENGINE/,
    () =>
      stats({ max: 0.1, latest: 0.1, time: Date.now() / 1_000, start: 0.1 }),
  ],
];

const detector = {
  ...pod('detector-0', 'gpu-01', 1),
  status: {
    phase: 'Running',
    startTime: new Date(Date.now() - 30 * HOUR_MS).toISOString(),
  },
};

const collections = [
  ...queueCollections.filter(
    ({ resource }) => !['nodes', 'pods'].includes(resource.plural),
  ),
  collection(
    '',
    'v1',
    'nodes',
    ['gpu-01', 'gpu-02'].map(name =>
      node(name, { 'nvidia.com/gpu.product': H100 }),
    ),
  ),
  collection('', 'v1', 'pods', [detector]),
];

describe('metrics on the pages', () => {
  let queries: string[] = [];
  let isStuck = false;
  let server: AnsweringServer;

  beforeEach(async () => {
    queries = [];
    isStuck = false;
    server = await AnsweringServer.start(async (request, response) => {
      const query = new URLSearchParams(await text(request)).get('query') ?? '';
      queries.push(query);
      if (isStuck) return;
      const [, answer] = ANSWERS.find(([rule]) => rule.test(query)) ?? [];
      const result = (answer?.() ?? []).map(([metric, value]) => ({
        metric,
        value: [0, String(value)],
      }));
      response.end(
        JSON.stringify({
          status: 'success',
          data: { resultType: 'vector', result },
        }),
      );
    });
  });

  afterEach(() => server.stop());

  const start = (ownership: readonly string[] = []) =>
    startPlugin(collections, ownership, {
      metrics: [{ cluster: 'gpu-west', url: server.url }],
    });

  it('gives a hint at a part of a card that would be enough', async () => {
    const { capacity: read } = await start(OWNERS);
    const { capacity } = await read('component/default/vision');
    expect(capacity).toMatchObject({
      use: { held: 1, reporting: 1 },
      rightSizes: [
        {
          status: 'smaller',
          profile: '1g.20gb',
          sentence: expect.stringContaining(
            'each pod of Pod vision/detector-0 uses: p99 of memory 9 GB, busy 10 % at most in 30 hours',
          ),
        },
      ],
    });
    const asked = queries.length;
    await read('component/default/vision');
    expect(queries).toHaveLength(asked);
  });

  it('gives it without names to others', async () => {
    const { capacity: read } = await start();
    const { capacity, text: body } = await read('component/default/vision');
    expect(capacity).toMatchObject({ rightSizes: [{ status: 'smaller' }] });
    expect(body).not.toContain('detector-0');
  });

  it('shows the last error of a device and how long queues let wait, and names no pod', async () => {
    const { capacity: read } = await start();
    const { capacity, text: body } = await read('resource/default/h100');
    expect(capacity).toMatchObject({
      health: [
        {
          kind: 'xid',
          severity: 'bad',
          node: 'gpu-01',
          since: expect.any(String),
          sentence: expect.stringMatching(
            /^Device 3 of gpu-01 last reported XID 79: the GPU has fallen off the bus\./,
          ),
        },
      ],
      queues: {
        waitsKnown: { status: 'known' },
        clusterQueues: [
          { name: 'speech', waits: [{ n: 0 }] },
          {
            name: 'vision',
            waits: [
              {
                priority: 'high',
                n: 84,
                // The 42nd of 84 is among the 50 between 40 s and 80 s, the 76th among the 24 up to 160 s.
                median: { fromSeconds: 40, toSeconds: 80 },
                p90: { fromSeconds: 80, toSeconds: 160 },
              },
            ],
          },
        ],
      },
    });
    expect(body).not.toContain('detector-0');
  });

  it('does not wait for a Prometheus that does not answer', async () => {
    isStuck = true;
    const { capacity: read } = await start();
    const before = Date.now();
    const { capacity } = await read('component/default/vision');
    expect(capacity).not.toHaveProperty('rightSizes');
    expect(await read('resource/default/h100')).toMatchObject({
      capacity: {
        queues: {
          waitsKnown: {
            status: 'unknown',
            sentence: expect.stringContaining('has not answered yet'),
          },
        },
      },
    });
    expect(Date.now() - before).toBeLessThan(5_000);
  });
});
