import { amdDeviceMetricsExporter } from './amdDeviceMetricsExporter';
import { dcgm49 } from './dcgm49';
import { dcgmBefore49 } from './dcgmBefore49';
import type { MetricDialect } from './MetricDialect';
import { ray } from './ray';

/**
 * All dialects; where several report the same device, the first one is taken.
 *
 * @public
 */
export const METRIC_DIALECTS: readonly MetricDialect[] = [
  dcgm49,
  dcgmBefore49,
  amdDeviceMetricsExporter,
  ray,
];

export {
  DIALECT_IDS,
  type DialectId,
  type DialectMetric,
  type MetricDialect,
} from './MetricDialect';
