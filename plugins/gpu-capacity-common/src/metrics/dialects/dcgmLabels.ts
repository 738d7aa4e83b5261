import type { DeviceIdentity } from '../deviceSample';
import type { MetricDialect } from './MetricDialect';

type Labels = Readonly<Record<string, string>>;

/**
 * The labels of both dialects of dcgm-exporter. `Hostname` has been `hostname` since 4.8.3.
 *
 * @see NVIDIA/dcgm-exporter internal/pkg/rendermetrics/render_metrics.go
 */
export const dcgmLabels: Pick<
  MetricDialect,
  'labels' | 'readDevice' | 'readNode'
> = {
  labels: [
    'UUID',
    'uuid',
    'gpu',
    'modelName',
    'GPU_I_ID',
    'GPU_I_PROFILE',
    'Hostname',
    'hostname',
    'node',
  ],
  readDevice(labels: Labels): DeviceIdentity | undefined {
    const node = nodeOf(labels);
    const uuid =
      labels.UUID ||
      labels.uuid ||
      (node && labels.gpu && `${node}/gpu-${labels.gpu}`);
    if (!uuid) return undefined;
    return {
      uuid,
      migInstance: labels.GPU_I_ID || undefined,
      migProfile: labels.GPU_I_PROFILE || undefined,
      index: labels.gpu || undefined,
      model: labels.modelName || undefined,
    };
  },
  readNode: nodeOf,
};

function nodeOf(labels: Labels): string | undefined {
  return labels.Hostname || labels.hostname || labels.node || undefined;
}
