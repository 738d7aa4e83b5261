import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { DEFAULT_IDLE_RULE } from '@fairway/plugin-gpu-capacity-common';
import { AnsweringServer } from '../__testUtils__/prometheus/AnsweringServer';
import type { ClusterMetricsConfig } from '../config/metricsConfig';
import { DeviceMetrics } from './DeviceMetrics';

const ENGINE = 'DCGM_FI_PROF_GR_ENGINE_ACTIVE';
const LABELS = {
  UUID: 'GPU-1',
  gpu: '0',
  Hostname: 'gpu-01',
  pod: 'train-0',
  namespace: 'vision',
};
const MINUTE_MS = 60_000;
/** After which nobody gets the figures before. */
const GONE_MS = 2 * MINUTE_MS;

type Answer = { readonly status?: number; readonly body: unknown };

const vector = (
  elements: ReadonlyArray<readonly [Readonly<Record<string, string>>, number]>,
  warnings: readonly string[] = [],
): Answer => ({
  body: {
    status: 'success',
    data: {
      resultType: 'vector',
      result: elements.map(([metric, value]) => ({
        metric,
        value: [0, String(value)],
      })),
    },
    warnings,
  },
});

describe('ClusterMetrics', () => {
  let nowMs = 1_800_000_000_000;
  let queries: string[] = [];
  let figures: () => Answer;
  let names: readonly string[];
  let server: AnsweringServer;
  let metrics: DeviceMetrics;

  const idle = (max: number): Answer => {
    const stat = (name: string, value: number) =>
      [{ ...LABELS, fairway_stat: name }, value] as const;
    return vector([
      stat('max', max),
      stat('latest', max),
      stat('time', nowMs / 1_000 - 5),
      stat('start', max),
    ]);
  };
  const settings = (more: object = {}): ClusterMetricsConfig => ({
    cluster: 'west',
    url: server.url,
    headers: {},
    matchers: [{ label: 'cluster', value: 'west"' }],
    units: new Map(),
    idle: DEFAULT_IDLE_RULE,
    amdPrefix: 'amd_',
    timeoutMs: 2_000,
    ...more,
  });
  const state = async () => {
    const { freshness, activity, notes } = await metrics.activity('west', [
      {
        namespace: 'vision',
        name: 'train-0',
        units: 1,
        startedAtSeconds: nowMs / 1_000 - 86_400,
      },
    ]);
    return { freshness, notes, ...activity.pods[0].devices[0] };
  };

  beforeEach(async () => {
    queries = [];
    names = [ENGINE];
    figures = () => idle(0.01);
    server = await AnsweringServer.start(async (request, response) => {
      const query = new URLSearchParams(await text(request)).get('query') ?? '';
      queries.push(query);
      let answer = vector([]);
      if (query.startsWith('count by (__name__)')) {
        answer = vector(names.map(name => [{ __name__: name }, 1]));
      } else if (query.startsWith('max_over_time(')) {
        answer = vector([[LABELS, 0.7]]);
      } else {
        answer = figures();
      }
      response.writeHead(answer.status ?? 200);
      response.end(
        typeof answer.body === 'string'
          ? answer.body
          : JSON.stringify(answer.body),
      );
    });
    metrics = new DeviceMetrics({ clusters: [settings()], now: () => nowMs });
  });

  afterEach(async () => {
    metrics.close();
    await server.stop();
  });

  it('is live, and asks each question once for all who want the answer', async () => {
    const [first] = await Promise.all([state(), state(), state()]);
    expect(first).toMatchObject({
      freshness: { status: 'live', asOf: new Date(nowMs).toISOString() },
      state: 'idle',
      busyMax: 0.01,
      notes: [],
    });
    // Which metrics there are, their units, and the one that there is.
    expect(queries).toHaveLength(3);
    expect(queries[1]).toBe(`max_over_time(${ENGINE}{cluster="west\\""}[1d])`);
    await state();
    expect(queries).toHaveLength(3);
    nowMs += GONE_MS;
    await state();
    expect(queries).toHaveLength(4);
    nowMs += 6 * MINUTE_MS;
    await state();
    expect(queries).toHaveLength(6);
  });

  it('lets nobody wait for figures that are a little newer', async () => {
    await state();
    const before = new Date(nowMs).toISOString();
    nowMs += MINUTE_MS;
    expect((await state()).freshness).toEqual({ status: 'live', asOf: before });
    while (queries.length < 4) await delay(5);
    await delay(50);
    expect((await state()).freshness).toEqual({
      status: 'live',
      asOf: new Date(nowMs).toISOString(),
    });
  });

  it('asks for the metrics of AMD with the prefix', async () => {
    await state();
    expect(queries[0]).toContain('|amd_gpu_gfx_activity|');
  });

  it.each([
    ['an error', { status: 500, body: 'oops' }, 'it fails (500)'],
    ['garbage', { body: '{' }, 'its answer is not one of the query API'],
    [
      'a refusal',
      {
        status: 422,
        body: { status: 'error', errorType: 'execution', error: 'too many' },
      },
      'execution: too many',
    ],
  ])(
    'keeps the last figures after %s for ten minutes',
    async (_, bad, reason) => {
      await state();
      const since = new Date(nowMs).toISOString();
      figures = () => bad;
      nowMs += GONE_MS;
      expect(await state()).toMatchObject({
        freshness: {
          status: 'stale',
          since,
          error: `Prometheus cannot be read: ${ENGINE}: ${reason}`,
        },
        state: 'idle',
      });
      nowMs += 10 * MINUTE_MS;
      expect(await state()).toMatchObject({
        freshness: { status: 'unobserved' },
        state: 'no-metric',
        reason: 'no-series',
      });
      figures = () => idle(0.5);
      nowMs += GONE_MS;
      expect(await state()).toMatchObject({
        freshness: { status: 'live' },
        state: 'busy',
      });
    },
  );

  it('calls nothing idle where Prometheus warns', async () => {
    figures = () => {
      const { body } = idle(0.01);
      return { body: { ...Object(body), warnings: ['store west is down'] } };
    };
    expect(await state()).toMatchObject({
      freshness: { status: 'live' },
      state: 'no-metric',
      reason: 'partial-answer',
      notes: ['store west is down'],
    });
  });

  it('lets one metric fail without the others', async () => {
    names = [ENGINE, 'DCGM_FI_DEV_POWER_USAGE'];
    figures = () =>
      queries.at(-1)?.includes('POWER') ? { status: 503, body: '' } : idle(0.6);
    expect(await state()).toMatchObject({
      freshness: { status: 'live' },
      state: 'busy',
      notes: [
        'DCGM_FI_DEV_POWER_USAGE: it is overloaded, or has aborted the query (503)',
      ],
    });
  });

  it('says that there is no exporter', async () => {
    names = [];
    expect(await state()).toMatchObject({
      freshness: {
        status: 'unobserved',
        reason: expect.stringContaining('no exporter'),
      },
      state: 'no-metric',
    });
  });

  it('says that nobody is there, and that nobody was named', async () => {
    await server.stop();
    expect((await state()).freshness).toMatchObject({
      status: 'unobserved',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
    const { freshness } = await metrics.activity('east', []);
    expect(freshness).toEqual({
      status: 'unobserved',
      reason: 'gpuCapacity.metrics names no Prometheus for the cluster east.',
    });
    server = await AnsweringServer.start(() => {});
  });

  it('does not take the answers of a slow one for idleness', async () => {
    metrics.close();
    metrics = new DeviceMetrics({
      clusters: [settings({ timeoutMs: 100 })],
      now: () => nowMs,
    });
    await server.stop();
    server = await AnsweringServer.start(() => {});
    metrics = new DeviceMetrics({
      clusters: [settings({ timeoutMs: 100 })],
      now: () => nowMs,
    });
    expect(await state()).toMatchObject({
      freshness: {
        status: 'unobserved',
        reason: 'Prometheus cannot be read: it did not answer in 100 ms',
      },
      state: 'no-metric',
    });
  });
});
