export { DeviceMetrics, type ClusterActivity } from './DeviceMetrics';
export { WAIT_WINDOW_DAYS, type ClusterMetrics } from './ClusterMetrics';
export type { PodUseRequest } from './readPodUses';
export type {
  DeviceMetricsSnapshot,
  MetricSource,
  MetricsFreshness,
  MetricsReading,
  ReportedError,
} from './DeviceMetricsSnapshot';
