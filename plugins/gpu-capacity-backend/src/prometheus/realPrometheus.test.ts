import { setTimeout as delay } from 'node:timers/promises';
import {
  errorTimesQuery,
  METRIC_DIALECTS,
  readErrorTimes,
  type HoldingPod,
} from '@fairway/plugin-gpu-capacity-common';
import { AnsweringServer } from '../__testUtils__/prometheus/AnsweringServer';
import {
  EXPORTER_TEXTS,
  type ExporterPath,
} from '../__testUtils__/prometheus/exporterTexts';
import { RealPrometheus } from '../__testUtils__/prometheus/RealPrometheus';
import type { ClusterMetricsConfig } from '../config/metricsConfig';
import { DeviceMetrics } from './DeviceMetrics';
import { PrometheusClient } from './PrometheusClient';

const WINDOW_SECONDS = 4;
/** Until every series spans the window. */
const SCRAPES = WINDOW_SECONDS + 3;
const SCRAPED_MS = 50_000;
const POLL_MS = 250;

const EXPORTER = 'pod: nvidia-dcgm-exporter-x2k7p, namespace: gpu-operator';

/** Who is scraped for which cluster, and whether what the exporter says of pods goes before the target. */
const JOBS: ReadonlyArray<{
  readonly path: ExporterPath;
  readonly cluster: string;
  readonly honor: boolean;
  readonly labels?: string;
}> = [
  { path: 'legacy', cluster: 'west', honor: false, labels: EXPORTER },
  { path: 'kueue', cluster: 'west', honor: true },
  { path: 'opencost', cluster: 'west', honor: true },
  { path: 'ratio', cluster: 'east', honor: true, labels: EXPORTER },
  { path: 'before', cluster: 'north', honor: true },
  { path: 'after', cluster: 'north', honor: false, labels: EXPORTER },
  { path: 'rescaled', cluster: 'south', honor: true },
  { path: 'vague', cluster: 'vague', honor: true },
  { path: 'amd', cluster: 'amd', honor: false, labels: EXPORTER },
  {
    path: 'ray',
    cluster: 'ray',
    honor: false,
    labels: 'pod: ray-worker-1, namespace: vision',
  },
];

const held = (name: string, more: Partial<HoldingPod> = {}): HoldingPod => ({
  namespace: 'vision',
  name,
  units: 1,
  startedAtSeconds: 0,
  ...more,
});

// Only who runs the package by hand may be without Prometheus; where everything is tested, its absence is a failure.
const describeWithPrometheus =
  process.env.CI || RealPrometheus.isInstalled ? describe : describe.skip;

describeWithPrometheus('a real Prometheus', () => {
  const state = { burst: 0.9, scrapes: 0, xid: 0 };
  let exporters: AnsweringServer | undefined;
  let prometheus: RealPrometheus | undefined;
  let url: string;

  beforeAll(async () => {
    exporters = await AnsweringServer.start((request, response) => {
      const path = request.url?.slice(1) ?? '';
      if (!isExporter(path)) {
        response.writeHead(404).end();
        return;
      }
      if (path === 'kueue') state.scrapes += 1;
      response.setHeader('content-type', 'text/plain; version=0.0.4');
      response.end(EXPORTER_TEXTS[path](state));
    });
    prometheus = await RealPrometheus.start(configOf(exporters.address, JOBS));
    url = prometheus.url;
    await scraped(url);
  }, 90_000);

  afterAll(async () => {
    await prometheus?.stop();
    await exporters?.stop();
  });

  const metricsOf = (
    cluster: string,
    more: Partial<ClusterMetricsConfig> = {},
    now: () => number = Date.now,
  ) =>
    new DeviceMetrics({
      now,
      clusters: [
        {
          cluster,
          url,
          headers: {},
          matchers: [{ label: 'cluster', value: cluster }],
          units: new Map(),
          amdPrefix: 'amd_',
          timeoutMs: 10_000,
          idle: {
            busyRatio: 0.05,
            windowSeconds: WINDOW_SECONDS,
            memoryFloorBytes: 2 ** 30,
          },
          ...more,
        },
      ],
    });
  const activityOf = (
    cluster: string,
    pods: readonly HoldingPod[],
    more: Partial<ClusterMetricsConfig> = {},
  ) => metricsOf(cluster, more).activity(cluster, pods);
  const unitsOf = async (cluster: string, pods: readonly HoldingPod[]) => {
    const { activity } = await activityOf(cluster, pods);
    return activity.pods.flatMap(({ devices }) => devices);
  };

  it('is read in the dialect before 4.9, with labels moved aside', async () => {
    const { freshness, activity, notes, sources } = await activityOf('west', [
      held('train-0'),
      held('notebook-0'),
      held('mig-a'),
      held('mig-b'),
      ...['slice-a', 'slice-b', 'slice-c'].map(name =>
        held(name, { shared: true }),
      ),
      held('silent-0', { units: 2 }),
    ]);
    expect(freshness.status).toBe('live');
    expect(notes).toEqual([]);
    const { pods, devices: _, ...counts } = activity;
    expect(counts).toEqual({
      busy: 3,
      idle: 2,
      noMetric: 2,
      idleWithMemory: 1,
      coverage: { reporting: 5, held: 7 },
      memoryCoverage: { reporting: 3, held: 7 },
    });
    expect(
      pods.flatMap(({ name, devices }) =>
        devices.map(d => [name, d.state, d.busyMax, d.memoryUsedBytes]),
      ),
    ).toEqual([
      ['train-0', 'busy', 0.83, 42_949_672_960],
      ['notebook-0', 'idle', 0.01, 21_474_836_480],
      ['mig-a', 'busy', 0.9, undefined],
      ['mig-b', 'idle', 0, undefined],
      ['slice-a', 'busy', 0.6, 1_048_576_000],
      ['slice-b', 'busy', 0.6, 1_048_576_000],
      ['slice-c', 'busy', 0.6, 1_048_576_000],
      ['silent-0', 'no-metric', undefined, undefined],
      ['silent-0', 'no-metric', undefined, undefined],
    ]);
    expect(pods[0].devices[0].busyMean).toBeCloseTo(0.83, 6);
    expect(pods[4].devices[0].attributable).toBe(false);
    expect(sources.map(({ metric, unit }) => [metric, unit])).toEqual(
      expect.arrayContaining([
        [
          'DCGM_FI_DEV_GPU_UTIL',
          { status: 'known', unit: 'percent', by: 'values' },
        ],
        ['DCGM_FI_DEV_FB_USED', { status: 'known', unit: 'MiB', by: 'values' }],
      ]),
    );
  }, 20_000);

  it('knows each device once, and an error only of the one that had it', async () => {
    const snapshot = await metricsOf('west').cluster('west')?.devices();
    const readings = snapshot?.readings ?? [];
    // Six cards and two parts of the fourth.
    expect(readings).toHaveLength(8);
    expect(
      readings.flatMap(({ device, figures }) =>
        figures.xid ? [[device.uuid, figures.xid.latest]] : [],
      ),
    ).toEqual([
      ['GPU-0', 79],
      ['GPU-1', 0],
    ]);
    expect(
      readings.filter(({ split }) => split).map(({ device }) => device.uuid),
    ).toEqual(['GPU-3']);
  }, 20_000);

  it('is read in the dialect of 4.9, with labels honoured', async () => {
    const snapshot = await metricsOf('east').cluster('east')?.devices();
    expect(
      snapshot?.readings.map(({ device, pods }) => [
        device.uuid,
        pods.map(({ name }) => name),
      ]),
    ).toEqual([
      ['GPU-10', ['train-1']],
      ['GPU-11', []],
    ]);
    const [reading] = snapshot?.readings ?? [];
    expect(reading.figures).toMatchObject({
      busy: { latest: 0.42 },
      'memory-used': { latest: 34_359_738_368 },
      'memory-total': { latest: 85_520_809_984 },
      power: { latest: 412.5 },
    });
    expect(reading.figures.xid).toBeUndefined();
    expect(reading.node).toBe('gpu-02');
  }, 20_000);

  it('counts a card once that two exporters report', async () => {
    const { activity } = await activityOf('north', [held('both-0')]);
    expect(activity).toMatchObject({
      busy: 1,
      coverage: { reporting: 1, held: 1 },
    });
    expect(activity.pods[0].devices).toMatchObject([
      { busyMax: 0.31, memoryUsedBytes: 1_074_790_400, attributable: true },
    ]);
    const snapshot = await metricsOf('north').cluster('north')?.devices();
    expect(snapshot?.readings[0].figures.busy).toMatchObject({
      dialect: 'dcgm-4.9',
      notTaken: [
        'DCGM_FI_PROF_GR_ENGINE_ACTIVE (dcgm-before-4.9)',
        'DCGM_FI_DEV_GPU_UTIL (dcgm-before-4.9)',
      ],
    });
  }, 20_000);

  it('proves that a percentage has become a ratio under its old name', async () => {
    expect(
      await unitsOf('south', [held('ratio-a'), held('ratio-b')]),
    ).toMatchObject([
      { state: 'busy', busyMax: 0.42 },
      { state: 'idle', busyMax: 0.03 },
    ]);
  }, 20_000);

  it('does not guess a unit, unless the configuration says it', async () => {
    const pods = [held('vague-a'), held('vague-b')];
    expect(await unitsOf('vague', pods)).toMatchObject([
      { state: 'no-metric', reason: 'unknown-unit' },
      { state: 'idle', busyMax: 0 },
    ]);
    const { activity } = await activityOf('vague', pods, {
      units: new Map([['DCGM_FI_DEV_GPU_UTIL', 'ratio']]),
    });
    expect(activity.pods[0].devices[0]).toMatchObject({
      state: 'busy',
      busyMax: 1,
    });
  }, 20_000);

  it('is read in the dialects of AMD and of Ray', async () => {
    // 96 GiB and 2 GiB.
    expect(await unitsOf('amd', [held('llm-0')])).toMatchObject([
      { state: 'busy', busyMax: 0.88, memoryUsedBytes: 103_079_215_104 },
    ]);
    expect(await unitsOf('ray', [held('ray-worker-1')])).toMatchObject([
      { state: 'busy', busyMax: 0.64, memoryUsedBytes: 2_147_483_648 },
    ]);
    expect(
      await metricsOf('ray').cluster('ray')?.rayReservations(),
    ).toMatchObject({
      value: [
        { namespace: 'vision', pod: 'ray-worker-1', used: 1, available: 3 },
      ],
    });
  }, 20_000);

  it('says how long workloads have waited, and what devices cost', async () => {
    const west = metricsOf('west').cluster('west');
    const waits = await west?.admissionWaits();
    expect(waits).toMatchObject({
      status: 'observed',
      value: [
        {
          clusterQueue: 'vision',
          priorityClass: 'high',
          wait: {
            status: 'observed',
            p50: { kind: 'within', fromSeconds: 1, toSeconds: 2.5 },
            p90: { kind: 'more-than', seconds: 2.5 },
          },
        },
      ],
    });
    expect(await west?.nodePrices('USD')).toMatchObject({
      value: new Map([['gpu-01', { perHour: 2.5, currency: 'USD' }]]),
    });
  }, 20_000);

  it('says what a pod has used over a period, and how much of it was measured', async () => {
    const span = { periodSeconds: WINDOW_SECONDS, stepSeconds: 1 };
    const use = (cluster: string, name: string, units = 1) =>
      metricsOf(cluster)
        .cluster(cluster)
        ?.podUse({ namespace: 'vision', name, units, span });
    // 40,960 MiB; of four seconds in steps of one, one may lie outside.
    expect(await use('west', 'train-0')).toMatchObject({
      status: 'observed',
      value: {
        memoryP99Bytes: 42_949_672_960,
        busyMax: 0.83,
        coverage: { reporting: 3, held: 3 },
      },
    });
    expect(await use('east', 'train-1', 2)).toMatchObject({
      value: {
        memoryP99Bytes: 34_359_738_368,
        busyMax: 0.42,
        coverage: { reporting: 3, held: 6 },
      },
    });
    expect(await use('west', 'silent-0')).toMatchObject({
      value: {
        memoryP99Bytes: undefined,
        busyMax: undefined,
        coverage: { reporting: 0, held: 3 },
      },
    });
  }, 20_000);

  it('does not take what was measured before a pod began for its own', async () => {
    const nowSeconds = Date.now() / 1_000;
    const burst = async (startedAtSeconds: number) =>
      (await unitsOf('west', [held('burst-0', { startedAtSeconds })]))[0];
    expect(await burst(nowSeconds + 60)).toMatchObject({
      state: 'no-metric',
      reason: 'older-than-pod',
    });
    expect(await burst(0)).toMatchObject({ state: 'busy', busyMax: 0.9 });
  }, 20_000);

  it('calls a device idle when nothing of the window was busy any more, and not before', async () => {
    const since = Date.now();
    state.burst = 0;
    const burst = async () => (await unitsOf('west', [held('burst-0')]))[0];
    expect(await burst()).toMatchObject({ state: 'busy', busyMax: 0.9 });
    let unit = await burst();
    while (unit.state !== 'idle' && Date.now() - since < 15_000) {
      await delay(POLL_MS);
      unit = await burst();
    }
    expect(unit).toMatchObject({ state: 'idle', busyMax: 0 });
    // The mean is of five minutes, and has what the shorter window does not have any more.
    expect(unit.busyMean).toBeGreaterThan(0);
    expect(unit.busyMean).toBeLessThan(0.9);
    // The last busy sample may be older than the change by a scrape, and on a busy machine by two.
    expect(Date.now() - since).toBeGreaterThan((WINDOW_SECONDS - 2) * 1_000);
  }, 30_000);

  it('says which devices have reported an error, and since when it is the last one', async () => {
    const { errors } = await activityOf('west', []);
    expect(errors).toMatchObject([
      {
        device: { uuid: 'GPU-0', index: '0' },
        node: 'gpu-01',
        xid: 79,
        since: { kind: 'at' },
      },
    ]);
    const dialect = METRIC_DIALECTS.find(({ id }) => id === 'dcgm-before-4.9');
    if (!dialect) throw new Error('there is no such dialect');
    const client = new PrometheusClient({ url, headers: {}, timeoutMs: 5_000 });
    const times = async () => {
      const answer = await client.query(
        errorTimesQuery({
          dialect,
          metric: 'DCGM_FI_DEV_XID_ERRORS',
          matchers: [{ label: 'cluster', value: 'west' }],
          windowSeconds: 600,
          stepSeconds: 1,
        }),
      );
      if (answer.status === 'failed') throw new Error(answer.reason);
      return readErrorTimes(answer.series, { dialect });
    };
    const changedAt = Math.floor(Date.now() / 1_000);
    state.xid = 31;
    let found = await times();
    while (!found.has('GPU-1') && Date.now() / 1_000 < changedAt + 15) {
      await delay(POLL_MS);
      found = await times();
    }
    expect(found.get('GPU-0')).toBeLessThan(changedAt);
    expect(found.get('GPU-1')).toBeGreaterThanOrEqual(changedAt);
    // It is still the time of the change when that is long past.
    await delay(3_000);
    const later = await times();
    expect(later.get('GPU-1')).toBeLessThan(Date.now() / 1_000 - 1);
    expect(later.get('GPU-0')).toBe(found.get('GPU-0'));
  }, 30_000);

  it('gives its reasons for not answering', async () => {
    const client = new PrometheusClient({ url, headers: {}, timeoutMs: 5_000 });
    expect(await client.query('up{')).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/^bad_data: /),
    });
    expect(await client.query('vector(0) / 0')).toMatchObject({
      series: [{ value: NaN }],
    });
    const { freshness } = await activityOf('nowhere', []);
    expect(freshness).toMatchObject({
      status: 'unobserved',
      reason: expect.stringContaining('no exporter'),
    });
  }, 20_000);

  it('keeps its last figures as stale ones when it is gone', async () => {
    let offsetMs = 0;
    const metrics = metricsOf('west', {}, () => Date.now() + offsetMs);
    const before = await metrics.activity('west', [held('train-0')]);
    expect(before.freshness.status).toBe('live');
    await prometheus?.stop();
    offsetMs = 120_000;
    const after = await metrics.activity('west', [held('train-0')]);
    expect(after.freshness).toMatchObject({
      status: 'stale',
      error: expect.stringContaining('Prometheus cannot be read'),
    });
    expect(after.activity).toEqual(before.activity);
  }, 20_000);
});

function isExporter(path: string): path is ExporterPath {
  return Object.hasOwn(EXPORTER_TEXTS, path);
}

function configOf(address: string, jobs: typeof JOBS): string {
  const scrapes = jobs.map(
    ({ path, cluster, honor, labels }) => `
  - job_name: ${path}
    scrape_interval: 1s
    scrape_timeout: 1s
    metrics_path: /${path}
    honor_labels: ${honor}
    static_configs:
      - targets: ['${address}']
        labels: { cluster: ${cluster}${labels ? `, ${labels}` : ''} }`,
  );
  return `scrape_configs:${scrapes.join('')}\n`;
}

/** Waits until each exporter has been scraped often enough. */
async function scraped(url: string): Promise<void> {
  const client = new PrometheusClient({ url, headers: {}, timeoutMs: 5_000 });
  const ready = `count(count_over_time(up[1m]) >= ${SCRAPES}) == ${JOBS.length}`;
  const until = Date.now() + SCRAPED_MS;
  while (Date.now() < until) {
    const answer = await client.query(ready);
    if (answer.status === 'answered' && answer.series.length > 0) return;
    await delay(POLL_MS);
  }
  throw new Error('Prometheus did not scrape all exporters in time.');
}
