import type { MetricDialect } from './MetricDialect';

type Labels = Readonly<Record<string, string>>;

/** What the exporter writes where it knows nothing. */
const NOTHING = /^(|na|n\/a|0x0)$/i;
const UNPARTITIONED = /^(|na|none|spx)$/i;

/**
 * AMD's exporter. Its documentation writes names in capitals, it emits them in small letters, after a prefix that can be
 * configured. What it calls MB counts in 1024s, as the driver does.
 *
 * @see ROCm/device-metrics-exporter pkg/amdgpu/gpuagent/gpuagent_gpu_metrics.go, docs/configuration/metricslist.md
 */
export const amdDeviceMetricsExporter: MetricDialect = {
  id: 'amd-device-metrics-exporter',
  title: 'AMD device metrics exporter',
  metrics: {
    busy: [
      { name: 'gpu_gfx_activity', unit: 'percent', wholeDevicesOnly: true },
      { name: 'gpu_gfx_busy_instantaneous', unit: 'percent' },
    ],
    'memory-used': [{ name: 'gpu_used_vram', unit: 'MiB' }],
    'memory-total': [{ name: 'gpu_total_vram', unit: 'MiB' }],
    power: [
      { name: 'gpu_package_power', unit: 'watts', wholeDevicesOnly: true },
      {
        name: 'gpu_average_package_power',
        unit: 'watts',
        wholeDevicesOnly: true,
      },
    ],
  },
  labels: [
    'gpu_uuid',
    'serial_number',
    'gpu_id',
    'card_model',
    'gpu_partition_id',
    'gpu_compute_partition_type',
    'hostname',
    'node',
  ],
  readDevice(labels: Labels) {
    const known = (text: string | undefined) =>
      text === undefined || NOTHING.test(text) ? undefined : text;
    const uuid =
      known(labels.gpu_uuid) ??
      known(labels.serial_number) ??
      (labels.hostname && labels.gpu_id
        ? `${labels.hostname}/gpu-${labels.gpu_id}`
        : undefined);
    if (uuid === undefined) return undefined;
    const type = labels.gpu_compute_partition_type ?? '';
    return {
      uuid,
      migInstance: UNPARTITIONED.test(type)
        ? undefined
        : known(labels.gpu_partition_id),
      migProfile: UNPARTITIONED.test(type) ? undefined : type,
      index: labels.gpu_id || undefined,
      model: labels.card_model || undefined,
    };
  },
  readNode: labels => labels.hostname || labels.node || undefined,
};
