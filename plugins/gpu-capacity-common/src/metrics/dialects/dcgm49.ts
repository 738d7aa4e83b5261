import { dcgmLabels } from './dcgmLabels';
import type { MetricDialect } from './MetricDialect';

/**
 * dcgm-exporter from 4.9.0 on, which renamed what DCGM 4.7 deprecates: ratios and bytes.
 *
 * @remarks
 * Its release notes name the utilisation, the engine's and the capacity of the framebuffer; the others carry the names
 * that DCGM has given to the fields of their predecessors.
 *
 * @see https://newreleases.io/project/github/NVIDIA/dcgm-exporter/release/4.9.0
 * @see NVIDIA/go-dcgm pkg/dcgm, the tests of deprecated names
 * @see https://docs.nvidia.com/datacenter/dcgm/latest/dcgm-api/dcgm-api-field-ids.html
 */
export const dcgm49: MetricDialect = {
  id: 'dcgm-4.9',
  title: 'dcgm-exporter 4.9 or later',
  ...dcgmLabels,
  metrics: {
    busy: [
      { name: 'DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO', unit: 'ratio' },
      {
        name: 'DCGM_FI_DEV_GPU_UTIL_RATIO',
        unit: 'ratio',
        wholeDevicesOnly: true,
      },
    ],
    'memory-used': [
      { name: 'DCGM_FI_DEV_FB_USED_BYTES', unit: 'bytes', derived: true },
    ],
    'memory-total': [{ name: 'DCGM_FI_DEV_FB_CAPACITY_BYTES', unit: 'bytes' }],
    power: [
      { name: 'DCGM_FI_DEV_BOARD_POWER_WATTS', unit: 'watts', derived: true },
    ],
    xid: [{ name: 'DCGM_FI_DEV_XID_ERROR', unit: 'code', derived: true }],
    'doing-work': [
      { name: 'DCGM_FI_PROF_SM_UTIL_RATIO', unit: 'ratio', derived: true },
      { name: 'DCGM_FI_PROF_TENSOR_UTIL_RATIO', unit: 'ratio', derived: true },
    ],
  },
};
