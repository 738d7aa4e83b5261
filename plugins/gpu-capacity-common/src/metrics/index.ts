export {
  NO_METRIC_REASONS,
  type NoMetricReason,
  type UnitActivity,
} from './unitActivity';
export { deviceErrors, type DeviceError } from './deviceErrors';
export {
  MEAN_SECONDS,
  deviceQuery,
  readDeviceRows,
  type DeviceRow,
} from './deviceQuery';
export {
  podKey,
  readDevices,
  type DeviceFigure,
  type DeviceReading,
  type WindowFigure,
} from './deviceReading';
export type {
  DeviceIdentity,
  DeviceSample,
  MetricClaim,
  MetricPod,
} from './deviceSample';
export {
  DIALECT_IDS,
  METRIC_DIALECTS,
  type DialectId,
  type DialectMetric,
  type MetricDialect,
} from './dialects';
export { errorTimesQuery, readErrorTimes } from './errorTimes';
export {
  heldActivity,
  type Coverage,
  type HeldActivity,
  type PodActivity,
} from './heldActivity';
export {
  DEFAULT_IDLE_RULE,
  type HoldingPod,
  type IdleRule,
} from './holdingPod';
export {
  canonicalValue,
  METRIC_QUANTITIES,
  METRIC_UNITS,
  type MetricQuantity,
  type MetricUnit,
} from './metricQuantity';
export type { MetricSeries } from './metricSeries';
export { mostUsed } from './mostUsed';
export { migCardOf, type MigCard, type MigProfile } from './migProfiles';
export {
  isMatcherLabel,
  isMetricName,
  metricSelector,
  metricsSelector,
  promDuration,
  type LabelMatcher,
} from './promql';
export {
  rayReservationQuery,
  readRayReservations,
  type RayReservation,
} from './rayReservation';
export {
  podUseQuery,
  readPodUse,
  type PodUse,
  type PodUseAnswer,
  type UseSpan,
} from './podUse';
export { readDeviceSamples } from './readDeviceSamples';
export { rightSize, type RightSize } from './rightSize';
export { probeUnit, type ProbedUnit } from './unit';
export {
  utilisationDistribution,
  type UtilisationDistribution,
  type WeightedShare,
} from './utilisation';
export {
  ADMISSION_WAIT_METRIC,
  LEAST_WAIT_SAMPLES,
  admissionWaitQuery,
  readAdmissionWait,
  waitTime,
  type QueueWaitTime,
  type WaitBucket,
  type WaitQuantile,
  type WaitTime,
} from './waitTime';
export { xidMeaning, type XidMeaning } from './xid';
