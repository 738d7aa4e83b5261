import type { DeviceIdentity } from '../deviceSample';
import type { MetricDialect } from './MetricDialect';

type Labels = Readonly<Record<string, string>>;

/**
 * The labels of both dialects of dcgm-exporter. `Hostname` has been `hostname` since 4.8.3.
 *
 * @see NVIDIA/dcgm-exporter internal/pkg/rendermetrics/render_metrics.go
 */
export const dcgmLabels: Pick<MetricDialect, 'readDevice' | 'readNode'> = {
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
