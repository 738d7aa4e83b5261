import { readDevices } from './deviceReading';
import type { DeviceSample } from './deviceSample';
import { heldActivity } from './heldActivity';
import { DEFAULT_IDLE_RULE, type HoldingPod } from './holdingPod';
import {
  answerOf,
  dcgmCard,
  honored,
  NOW,
} from './__testUtils__/exporterSeries';
import {
  engineActive,
  framebufferUsed,
  gpuUtil,
  samplesOf,
} from './__testUtils__/samplesOf';

const HOUR = 3_600;
const pod = (name: string, more: Partial<HoldingPod> = {}): HoldingPod => ({
  namespace: 'vision',
  name,
  units: 1,
  startedAtSeconds: NOW - 2 * HOUR,
  ...more,
});
const used = (index: number, name: string) => ({
  ...dcgmCard(index),
  ...honored(name),
});
const activityOf = (
  samples: readonly DeviceSample[],
  pods: readonly HoldingPod[],
  partial = false,
) =>
  heldActivity({
    readings: readDevices(samples),
    pods,
    rule: DEFAULT_IDLE_RULE,
    nowSeconds: NOW,
    partial,
  });

describe('heldActivity', () => {
  it('tells busy, idle and unreported devices, with how many report', () => {
    const {
      pods,
      devices: _,
      ...counts
    } = activityOf(
      [
        ...engineActive(
          answerOf(used(0, 'busy'), { max: 0.9, latest: 0 }),
          answerOf(used(1, 'idle'), { max: 0.049 }),
        ),
        ...framebufferUsed(
          answerOf(used(0, 'busy'), { max: 60_000 }),
          answerOf(used(1, 'idle'), { max: 40_960, latest: 40_960 }),
        ),
      ],
      [pod('busy'), pod('idle'), pod('silent', { units: 2 })],
    );
    expect(counts).toEqual({
      busy: 1,
      idle: 1,
      noMetric: 2,
      idleWithMemory: 1,
      coverage: { reporting: 2, held: 4 },
      memoryCoverage: { reporting: 2, held: 4 },
    });
    expect(pods.map(({ name, devices }) => [name, devices])).toMatchObject([
      ['busy', [{ state: 'busy', busyMax: 0.9, attributable: true }]],
      [
        'idle',
        [
          {
            state: 'idle',
            busyMax: 0.049,
            memoryUsedBytes: 42_949_672_960,
            holdsMemory: true,
          },
        ],
      ],
      [
        'silent',
        [
          { state: 'no-metric', reason: 'no-series' },
          { state: 'no-metric', reason: 'no-series' },
        ],
      ],
    ]);
  });

  it('is busy at the threshold', () => {
    expect(
      activityOf(engineActive(answerOf(used(0, 'a'), { max: 0.05 })), [
        pod('a'),
      ]).busy,
    ).toBe(1);
  });

  const verdict = (
    stats: Parameters<typeof answerOf>[1],
    more: Partial<HoldingPod> = {},
    partial = false,
  ) =>
    activityOf(
      engineActive(answerOf(used(0, 'a'), stats)),
      [pod('a', more)],
      partial,
    ).pods[0].devices[0];

  it.each([
    [
      'was measured before the pod began only',
      { max: 0.9, at: NOW - 200 },
      { startedAtSeconds: NOW - 100 },
      'older-than-pod',
    ],
    [
      'is held for less than the window',
      { max: 0.01 },
      { startedAtSeconds: NOW - 100 },
      'shorter-than-window',
    ],
    [
      'is measured for less than the window',
      { max: 0.01, young: true },
      {},
      'shorter-than-window',
    ],
    ['does not report any more', { max: 0.01, ended: true }, {}, 'no-series'],
  ])('is not idle if it %s', (_, stats, more, reason) => {
    expect(verdict(stats, more)).toMatchObject({ state: 'no-metric', reason });
  });

  it('does not blame a young pod for what the device did before, nor credit it', () => {
    const young = { startedAtSeconds: NOW - 100 };
    expect(verdict({ max: 0.9, latest: 0 }, young).state).toBe('no-metric');
    expect(verdict({ max: 0.9, latest: 0.4 }, young)).toMatchObject({
      state: 'busy',
      busyMax: 0.4,
    });
  });

  it('judges by the highest, and says the mean of the last five minutes', () => {
    expect(verdict({ max: 0.9, mean: 0.02, latest: 0 })).toMatchObject({
      state: 'busy',
      busyMax: 0.9,
      busyMean: 0.02,
    });
    expect(verdict({ max: 0.01, mean: 0.001 })).toMatchObject({
      state: 'idle',
      busyMean: 0.001,
    });
  });

  it('says no mean of what the pod has held for less, nor where nothing reported', () => {
    const mean = (
      stats: Partial<Parameters<typeof answerOf>[1]>,
      startedAtSeconds = NOW - 300,
    ) =>
      verdict({ max: 0.9, mean: 0.5, ...stats }, { startedAtSeconds }).busyMean;
    expect(mean({})).toBe(0.5);
    expect(mean({}, NOW - 299)).toBeUndefined();
    expect(mean({ mean: undefined })).toBeUndefined();
    expect(mean({ ended: true })).toBeUndefined();
  });

  it('says the mean in its canonical unit, and once of what two targets report', () => {
    const samples = gpuUtil(
      answerOf(used(0, 'a'), { max: 90, mean: 30 }),
      answerOf(
        { ...used(0, 'a'), instance: '10.0.0.2:9400' },
        { max: 90, mean: 31 },
      ),
    );
    expect(activityOf(samples, [pod('a')]).pods[0].devices).toMatchObject([
      { busyMean: 0.31 },
    ]);
  });

  it('calls nothing idle if the answer may lack something, and busy what is', () => {
    expect(verdict({ max: 0.01 }, {}, true)).toMatchObject({
      state: 'no-metric',
      reason: 'partial-answer',
    });
    expect(verdict({ max: 0.8 }, {}, true).state).toBe('busy');
  });

  it('does not judge without a unit', () => {
    const samples = samplesOf({
      dialect: 'dcgm-before-4.9',
      quantity: 'busy',
      metric: 'DCGM_FI_DEV_GPU_UTIL',
      unit: 'unknown',
      answer: answerOf(used(0, 'a'), { max: 1 }),
    });
    expect(activityOf(samples, [pod('a')]).pods[0].devices).toMatchObject([
      { state: 'no-metric', reason: 'unknown-unit', busyMax: undefined },
    ]);
  });

  it('counts a shared device once and gives its figures to no pod', () => {
    const names = ['a', 'b', 'c'];
    const activity = activityOf(
      engineActive(...names.map(n => answerOf(used(0, n), { max: 0.6 }))),
      names.map(name => pod(name, { shared: true })),
    );
    expect(activity.coverage).toEqual({ reporting: 1, held: 1 });
    expect(activity.busy).toBe(1);
    expect(
      activity.pods.flatMap(({ devices }) => devices.map(d => d.attributable)),
    ).toEqual([false, false, false]);
  });

  it('knows of a device that it is shared though one pod only is named', () => {
    const activity = activityOf(
      engineActive(answerOf(used(0, 'a'), { max: 0.6 })),
      [pod('a', { shared: true }), pod('b', { shared: true })],
    );
    expect(activity.coverage).toEqual({ reporting: 1, held: 2 });
    expect(activity.pods[0].devices[0].attributable).toBe(false);
  });

  it('judges parts of a card each, and never by the card', () => {
    const part = (id: string, name: string, max: number) =>
      answerOf(
        {
          ...dcgmCard(0, { GPU_I_ID: id, GPU_I_PROFILE: '1g.10gb' }),
          ...honored(name),
        },
        { max },
      );
    const activity = activityOf(
      [
        ...engineActive(
          answerOf(used(0, 'a'), { max: 0.5 }),
          part('1', 'a', 0.9),
          part('2', 'b', 0),
        ),
        ...gpuUtil(part('1', 'a', 0), part('2', 'b', 0)),
      ],
      [pod('a'), pod('b')],
    );
    expect(activity).toMatchObject({ busy: 1, idle: 1, noMetric: 0 });
    expect(activity.pods[0].devices[0].busyMax).toBe(0.9);
  });

  it('joins by claim where the exporter names no pod', () => {
    const labels = dcgmCard(0, {
      dra_claim_name: 'gpus-x1',
      dra_claim_namespace: 'vision',
    });
    const samples = engineActive(answerOf(labels, { max: 0.5 }));
    expect(activityOf(samples, [pod('a', { claims: ['gpus-x1'] })]).busy).toBe(
      1,
    );
    expect(activityOf(samples, [pod('a', { claims: ['other'] })]).busy).toBe(0);
  });

  it('does not count what Ray says of devices of which an exporter reports', () => {
    const ray = samplesOf({
      dialect: 'ray',
      quantity: 'busy',
      metric: 'ray_node_gpus_utilization',
      answer: answerOf({ GpuIndex: '0', ...honored('ray-1') }, { max: 80 }),
    });
    const both = activityOf(
      [...ray, ...engineActive(answerOf(used(0, 'ray-1'), { max: 0.7 }))],
      [pod('ray-1', { units: 2 })],
    );
    expect(both.coverage).toEqual({ reporting: 1, held: 2 });
    expect(activityOf(ray, [pod('ray-1')])).toMatchObject({ busy: 1 });
  });

  it('ignores what reports of pods that hold nothing', () => {
    expect(
      activityOf(engineActive(answerOf(used(0, 'gone'), { max: 0.9 })), []),
    ).toMatchObject({ busy: 0, coverage: { reporting: 0, held: 0 } });
  });
});
