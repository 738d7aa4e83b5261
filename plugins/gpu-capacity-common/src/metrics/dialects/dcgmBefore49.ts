import { dcgmLabels } from './dcgmLabels';
import type { MetricDialect } from './MetricDialect';

/**
 * dcgm-exporter up to 4.8: percentages and MiB.
 *
 * @see NVIDIA/dcgm-exporter etc/default-counters.csv at 4.5.3-4.8.2
 */
export const dcgmBefore49: MetricDialect = {
  id: 'dcgm-before-4.9',
  title: 'dcgm-exporter before 4.9',
  ...dcgmLabels,
  metrics: {
    busy: [
      { name: 'DCGM_FI_PROF_GR_ENGINE_ACTIVE', unit: 'ratio' },
      {
        name: 'DCGM_FI_DEV_GPU_UTIL',
        unit: 'percent',
        integral: true,
        wholeDevicesOnly: true,
      },
    ],
    'memory-used': [{ name: 'DCGM_FI_DEV_FB_USED', unit: 'MiB' }],
    'memory-total': [{ name: 'DCGM_FI_DEV_FB_TOTAL', unit: 'MiB' }],
    power: [{ name: 'DCGM_FI_DEV_POWER_USAGE', unit: 'watts' }],
    xid: [{ name: 'DCGM_FI_DEV_XID_ERRORS', unit: 'code' }],
    'doing-work': [
      { name: 'DCGM_FI_PROF_SM_ACTIVE', unit: 'ratio' },
      { name: 'DCGM_FI_PROF_PIPE_TENSOR_ACTIVE', unit: 'ratio' },
    ],
  },
};
