import type { DialectId } from './dialects/MetricDialect';
import type { MetricQuantity } from './metricQuantity';

/**
 * A device as an exporter names it.
 *
 * @public
 */
export interface DeviceIdentity {
  /** Absent where the exporter sees no more than what a pod sees; such a device is told apart within its pod only. */
  readonly uuid: string | undefined;
  /** Part of a split card; absent for a whole one. */
  readonly migInstance: string | undefined;
  /** Profile of the part, such as `1g.10gb`. */
  readonly migProfile: string | undefined;
  readonly index: string | undefined;
  readonly model: string | undefined;
}

/** @public */
export interface MetricPod {
  readonly namespace: string;
  readonly name: string;
  readonly container: string | undefined;
}

/**
 * The claim by which a device was allocated (Dynamic Resource Allocation).
 *
 * @public
 */
export interface MetricClaim {
  readonly namespace: string;
  readonly name: string;
}

/**
 * What one series says of one device, in the canonical unit.
 *
 * @public
 */
export interface DeviceSample {
  readonly dialect: DialectId;
  readonly metric: string;
  readonly quantity: MetricQuantity;
  readonly device: DeviceIdentity;
  readonly node: string | undefined;
  readonly pod: MetricPod | undefined;
  readonly claim: MetricClaim | undefined;
  /** Which target said it, for telling duplicates apart. */
  readonly exporter: string;
  /** Highest value in the window, the newest one of all but `busy`; absent where the unit is not known. */
  readonly windowMax: number | undefined;
  /** Mean over the last minutes, of `busy` only; absent where nothing reported in them, or the unit is not known. */
  readonly recentMean: number | undefined;
  /** Newest value; absent where the series has ended, or the unit is not known. */
  readonly latest: number | undefined;
  /** Unix time of the newest value, in seconds; absent where the series has ended. */
  readonly sampledAtSeconds: number | undefined;
  /** Whether the series reported at the beginning of the window already. */
  readonly spansWindow: boolean;
}
