import { readDeviceSamples } from './readDeviceSamples';
import {
  answerOf,
  dcgmCard,
  exported,
  honored,
  NOW,
} from './__testUtils__/exporterSeries';
import { engineActive, gpuUtil, samplesOf } from './__testUtils__/samplesOf';
import { METRIC_DIALECTS } from './dialects';

const podsOf = (samples: ReturnType<typeof engineActive>) =>
  samples.map(({ pod }) => pod && `${pod.namespace}/${pod.name}`);

describe('readDeviceSamples', () => {
  it('reads a card before 4.9 in percent', () => {
    const labels = { ...dcgmCard(3), ...honored('train-0') };
    expect(gpuUtil(answerOf(labels, { max: 97, latest: 41 }))).toEqual([
      {
        dialect: 'dcgm-before-4.9',
        metric: 'DCGM_FI_DEV_GPU_UTIL',
        quantity: 'busy',
        device: {
          uuid: 'GPU-3',
          migInstance: undefined,
          migProfile: undefined,
          index: '3',
          model: 'NVIDIA H100 80GB HBM3',
        },
        node: 'gpu-01',
        pod: { namespace: 'vision', name: 'train-0', container: 'main' },
        claim: undefined,
        exporter: 'dcgm 10.0.0.1:9400',
        windowMax: 0.97,
        latest: 0.41,
        sampledAtSeconds: NOW - 10,
        spansWindow: true,
      },
    ]);
  });

  it('reads a card from 4.9 on as ratio and bytes, with its new label of the node', () => {
    const { Hostname: _, ...labels } = dcgmCard(0, { hostname: 'gpu-02' });
    const common = { dialect: 'dcgm-4.9' } as const;
    expect(
      samplesOf({
        ...common,
        quantity: 'busy',
        metric: 'DCGM_FI_DEV_GPU_UTIL_RATIO',
        answer: answerOf(labels, { max: 0.97 }),
      }),
    ).toMatchObject([{ windowMax: 0.97, node: 'gpu-02' }]);
    expect(
      samplesOf({
        ...common,
        quantity: 'memory-used',
        metric: 'DCGM_FI_DEV_FB_USED_BYTES',
        answer: answerOf(labels, { max: 42_949_672_960 }),
      }),
    ).toMatchObject([{ windowMax: 42_949_672_960 }]);
  });

  it('reads AMD cards: whole ones, and parts by what reports of parts', () => {
    const card = {
      gpu_id: '2',
      serial_number: '692251001124',
      card_model: '102-G30211-00',
      gpu_partition_id: '0',
      gpu_compute_partition_type: 'spx',
      hostname: 'amd-01',
      pod: 'llm-0',
      namespace: 'nlp',
      container: 'vllm',
    };
    const part = {
      ...card,
      gpu_partition_id: '5',
      gpu_compute_partition_type: 'cpx',
    };
    const busy = (metric: string) =>
      samplesOf({
        dialect: 'amd-device-metrics-exporter',
        quantity: 'busy',
        metric,
        answer: [
          ...answerOf(card, { max: 88 }),
          ...answerOf(part, { max: 12 }),
        ],
      });
    expect(busy('gpu_gfx_activity')).toMatchObject([
      {
        device: { uuid: '692251001124', migInstance: undefined },
        node: 'amd-01',
        pod: { namespace: 'nlp', name: 'llm-0' },
        windowMax: 0.88,
      },
    ]);
    expect(busy('gpu_gfx_busy_instantaneous')[1]).toMatchObject({
      device: { uuid: '692251001124', migInstance: '5', migProfile: 'cpx' },
      windowMax: 0.12,
    });
  });

  it('knows devices of Ray within their pod only', () => {
    const labels = {
      ip: '10.1.2.3',
      GpuIndex: '0',
      GpuDeviceName: 'NVIDIA A10G',
      pod: 'ray-worker-1',
      namespace: 'vision',
    };
    const read = (own: Readonly<Record<string, string>>) =>
      samplesOf({
        dialect: 'ray',
        quantity: 'busy',
        metric: 'ray_node_gpus_utilization',
        answer: answerOf(own, { max: 50 }),
      });
    expect(read(labels)).toMatchObject([
      {
        device: { uuid: undefined, index: '0', model: 'NVIDIA A10G' },
        pod: { namespace: 'vision', name: 'ray-worker-1' },
        windowMax: 0.5,
      },
    ]);
    expect(read({ ip: '10.1.2.3', GpuIndex: '0' })).toEqual([]);
  });

  it('does not believe the utilisation of a card about one of its parts', () => {
    const part = dcgmCard(0, { GPU_I_ID: '3', GPU_I_PROFILE: '1g.10gb' });
    expect(gpuUtil(answerOf(part, { max: 0 }))).toEqual([]);
    expect(engineActive(answerOf(part, { max: 0.5 }))).toMatchObject([
      { device: { uuid: 'GPU-0', migInstance: '3', migProfile: '1g.10gb' } },
    ]);
  });

  it('prefers what the exporter says to what Prometheus knows of the exporter', () => {
    expect(
      podsOf(
        engineActive(
          answerOf({ ...dcgmCard(0), ...exported('train-0') }, { max: 0.5 }),
        ),
      ),
    ).toEqual(['vision/train-0']);
  });

  it('takes no exporter for a workload where labels are moved, whatever it is called', () => {
    const moved = exported('train-0');
    const { pod: _, ...target } = { pod: 'x', namespace: 'gpu-operator' };
    expect(
      podsOf(
        engineActive(
          answerOf(
            { ...dcgmCard(0), ...moved, pod: 'telemetry-1' },
            { max: 1 },
          ),
          answerOf(
            { ...dcgmCard(1), ...target, pod: 'telemetry-1' },
            { max: 0 },
          ),
        ),
      ),
    ).toEqual(['vision/train-0', undefined]);
  });

  it.each([
    'nvidia-dcgm-exporter-x2k7p',
    'dcgm-exporter-9xkzp',
    'amd-device-metrics-exporter-abcde',
  ])('takes %s for no workload where labels are honoured', name => {
    expect(
      podsOf(
        engineActive(
          answerOf(
            { ...dcgmCard(0), ...honored(name, 'gpu-operator') },
            { max: 0 },
          ),
          answerOf({ ...dcgmCard(1), ...honored('train-0') }, { max: 0.5 }),
        ),
      ),
    ).toEqual([undefined, 'vision/train-0']);
  });

  it('reads the claim of a device', () => {
    expect(
      engineActive(
        answerOf(
          dcgmCard(0, {
            dra_claim_name: 'gpus-x1',
            dra_claim_namespace: 'nlp',
          }),
          { max: 0.5 },
        ),
      ),
    ).toMatchObject([
      { pod: undefined, claim: { namespace: 'nlp', name: 'gpus-x1' } },
    ]);
  });

  it('keeps a series whose unit is not known, without a value', () => {
    const [dialect] = METRIC_DIALECTS.filter(d => d.id === 'dcgm-before-4.9');
    expect(
      readDeviceSamples({
        dialect,
        quantity: 'busy',
        metric: { name: 'DCGM_FI_DEV_GPU_UTIL', unit: 'percent' },
        unit: undefined,
        answer: [
          ...answerOf(dcgmCard(0), { max: 1 }),
          ...answerOf(dcgmCard(1), { max: 0 }),
        ],
      }).map(({ windowMax }) => windowMax),
    ).toEqual([undefined, 0]);
  });

  it('does not take a ratio for a percentage after somebody has begun to rescale', () => {
    expect(
      gpuUtil(
        answerOf(dcgmCard(0), { max: 0.93 }),
        answerOf(dcgmCard(1), { max: 93 }),
      ).map(({ windowMax, latest }) => [windowMax, latest]),
    ).toEqual([
      [undefined, undefined],
      [0.93, 0.93],
    ]);
  });

  it('leaves out what cannot be, and what names no device', () => {
    expect(
      engineActive(
        answerOf(dcgmCard(0), { max: NaN }),
        answerOf(dcgmCard(1), { max: 9.2e18 }),
        answerOf({ job: 'dcgm' }, { max: 0.5 }),
        [{ labels: dcgmCard(2), value: 0.5 }],
        [{ labels: { ...dcgmCard(3), fairway_stat: 'toString' }, value: 1 }],
      ),
    ).toEqual([]);
  });
});
