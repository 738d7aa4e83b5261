type Labels = Readonly<Record<string, string>>;

/** One line of the text format. */
export function sample(metric: string, labels: Labels, value: number): string {
  const pairs = Object.entries(labels).map(([key, text]) => `${key}="${text}"`);
  return `${metric}{${pairs.join(',')}} ${value}\n`;
}

/** A card as dcgm-exporter writes it, with its workload where it has one. */
export function card(index: number, pod?: string, more: Labels = {}): Labels {
  return {
    gpu: String(index),
    UUID: `GPU-${index}`,
    pci_bus_id: `00000000:${index}:00.0`,
    device: `nvidia${index}`,
    modelName: 'NVIDIA H100 80GB HBM3',
    Hostname: 'gpu-01',
    ...more,
    ...(pod && { container: 'main', namespace: 'vision', pod }),
  };
}

const migOf = (id: number): Labels => ({
  GPU_I_PROFILE: '1g.10gb',
  GPU_I_ID: String(id),
});

const ENGINE = 'DCGM_FI_PROF_GR_ENGINE_ACTIVE';
const UTIL = 'DCGM_FI_DEV_GPU_UTIL';
const USED = 'DCGM_FI_DEV_FB_USED';

/** What exporters say, by the path at which they are scraped; figures as in the tests that read them. */
export const EXPORTER_TEXTS = {
  /** dcgm-exporter 4.8: whole cards, a split one, and one that three pods share. */
  legacy: (state: { readonly burst: number; readonly xid: number }) =>
    [
      sample(ENGINE, card(0, 'train-0'), 0.83),
      sample(UTIL, card(0, 'train-0'), 97),
      sample(USED, card(0, 'train-0'), 40_960),
      sample('DCGM_FI_DEV_XID_ERRORS', card(0, 'train-0'), 79),
      sample('DCGM_FI_DEV_XID_ERRORS', card(1, 'notebook-0'), state.xid),
      sample(ENGINE, card(1, 'notebook-0'), 0.01),
      sample(UTIL, card(1, 'notebook-0'), 3),
      sample(USED, card(1, 'notebook-0'), 20_480),
      sample(ENGINE, card(2), 0),
      sample(UTIL, card(2), 0),
      sample(ENGINE, card(3), 0.5),
      sample(ENGINE, card(3, 'mig-a', migOf(1)), 0.9),
      sample(UTIL, card(3, 'mig-a', migOf(1)), 0),
      sample(ENGINE, card(3, 'mig-b', migOf(2)), 0),
      sample(UTIL, card(3, 'mig-b', migOf(2)), 0),
      ...['slice-a', 'slice-b', 'slice-c'].flatMap(pod => [
        sample(ENGINE, card(4, pod), 0.6),
        sample(UTIL, card(4, pod), 70),
        sample(USED, card(4, pod), 1_000),
      ]),
      sample(ENGINE, card(5, 'burst-0'), state.burst),
    ].join(''),

  /** dcgm-exporter 4.9. */
  ratio: () => {
    const { Hostname: _, ...labels } = card(10, 'train-1', {
      hostname: 'gpu-02',
    });
    return [
      sample('DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO', labels, 0.42),
      sample('DCGM_FI_DEV_GPU_UTIL_RATIO', labels, 0.55),
      sample('DCGM_FI_DEV_FB_USED_BYTES', labels, 34_359_738_368),
      sample('DCGM_FI_DEV_FB_CAPACITY_BYTES', labels, 85_520_809_984),
      sample('DCGM_FI_DEV_BOARD_POWER_WATTS', labels, 412.5),
      sample('DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO', card(11), 0),
    ].join('');
  },

  /** One card, reported by both versions at once. */
  before: () =>
    sample(ENGINE, card(20, 'both-0'), 0.3) +
    sample(UTIL, card(20, 'both-0'), 33) +
    sample(USED, card(20, 'both-0'), 1_024),
  after: () =>
    sample('DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO', card(20, 'both-0'), 0.31) +
    sample('DCGM_FI_DEV_FB_USED_BYTES', card(20, 'both-0'), 1_074_790_400),

  /** A collector that makes ratios of percentages and keeps the name. */
  rescaled: () =>
    sample(UTIL, card(30, 'ratio-a'), 0.42) +
    sample(UTIL, card(31, 'ratio-b'), 0.03),

  /** Percentages of idle cards, or ratios of busy ones. */
  vague: () =>
    sample(UTIL, card(40, 'vague-a'), 1) + sample(UTIL, card(41, 'vague-b'), 0),

  amd: () => {
    const labels = {
      gpu_id: '2',
      serial_number: '692251001124',
      card_model: '102-G30211-00',
      gpu_partition_id: '0',
      gpu_compute_partition_type: 'spx',
      hostname: 'amd-01',
      container: 'vllm',
      namespace: 'vision',
      pod: 'llm-0',
    };
    return [
      sample('amd_gpu_gfx_activity', labels, 88),
      sample('amd_gpu_used_vram', labels, 98_304),
      sample('amd_gpu_total_vram', labels, 196_592),
      sample('amd_gpu_package_power', labels, 700),
    ].join('');
  },

  ray: () => {
    const labels = {
      ip: '10.1.2.3',
      SessionName: 'session_1',
      GpuDeviceName: 'NVIDIA A10G',
      GpuIndex: '0',
    };
    return [
      sample('ray_node_gpus_utilization', labels, 64),
      sample('ray_node_gram_used', labels, 2_048),
      sample('ray_resources', { Name: 'GPU', State: 'USED' }, 1),
      sample('ray_resources', { Name: 'GPU', State: 'AVAILABLE' }, 3),
      sample('ray_resources', { Name: 'CPU', State: 'USED' }, 8),
    ].join('');
  },

  /** Each scrape sees eight more workloads admitted: three at once, three within 2.5 s, two later. */
  kueue: ({ scrapes }: { readonly scrapes: number }) =>
    [
      ['1', 3],
      ['2.5', 6],
      ['+Inf', 8],
    ]
      .map(([le, count]) =>
        sample(
          'kueue_admission_wait_time_seconds_bucket',
          { cluster_queue: 'vision', priority_class: 'high', le: String(le) },
          Number(count) * scrapes,
        ),
      )
      .join(''),

  opencost: () =>
    sample('node_gpu_hourly_cost', { node: 'gpu-01' }, 2.5) +
    sample('node_gpu_hourly_cost', { node: 'gpu-02' }, 0),
} as const;

export type ExporterPath = keyof typeof EXPORTER_TEXTS;
