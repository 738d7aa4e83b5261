export { DeviceMetrics, type ClusterActivity } from './DeviceMetrics';
export type { ClusterMetrics } from './ClusterMetrics';
export type {
  DeviceMetricsSnapshot,
  MetricSource,
  MetricsFreshness,
  MetricsReading,
} from './DeviceMetricsSnapshot';
