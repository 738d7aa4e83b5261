import type {
  DeviceError,
  DeviceReading,
  DialectId,
  MetricQuantity,
  ProbedUnit,
} from '@fairway/plugin-gpu-capacity-common';

/** How current the metrics are. Times are ISO 8601. */
export type MetricsFreshness =
  | { readonly status: 'live'; readonly asOf: string }
  | {
      readonly status: 'stale';
      readonly since: string;
      readonly error: string;
    }
  | { readonly status: 'unobserved'; readonly reason: string };

/** A metric that is read, and how its unit was found. */
export interface MetricSource {
  readonly dialect: DialectId;
  readonly title: string;
  readonly quantity: MetricQuantity;
  readonly metric: string;
  readonly unit: ProbedUnit;
}

/** Since when something has been reported: since then, since then or before, or nothing is known of it. */
export type ReportedSince =
  | { readonly kind: 'at' | 'before'; readonly atSeconds: number }
  | { readonly kind: 'unknown' };

/** The last error of a device, with when it was first reported as the last one. */
export interface ReportedError extends DeviceError {
  readonly since: ReportedSince;
}

/** What is measured of the devices of a cluster. */
export interface DeviceMetricsSnapshot {
  readonly freshness: MetricsFreshness;
  /** Unix time at which the windows of the figures end. */
  readonly atSeconds: number;
  readonly readings: readonly DeviceReading[];
  readonly errors: readonly ReportedError[];
  /** Something may be missing, so what looks idle need not be. */
  readonly partial: boolean;
  /** What Prometheus has warned of, and what it did not answer. */
  readonly notes: readonly string[];
  readonly sources: readonly MetricSource[];
}

/** A figure of its own, or why there is none. */
export type MetricsReading<T> =
  | {
      readonly status: 'observed';
      readonly value: T;
      readonly warnings: readonly string[];
    }
  | { readonly status: 'unobserved'; readonly reason: string };
