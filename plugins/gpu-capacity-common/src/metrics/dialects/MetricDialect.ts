import type { DeviceIdentity } from '../deviceSample';
import type { MetricQuantity, MetricUnit } from '../metricQuantity';

/** @public */
export const DIALECT_IDS = [
  'dcgm-4.9',
  'dcgm-before-4.9',
  'amd-device-metrics-exporter',
  'ray',
] as const;

/** @public */
export type DialectId = (typeof DIALECT_IDS)[number];

/**
 * A metric of an exporter.
 *
 * @public
 */
export interface DialectMetric {
  /** Without the prefix that can be configured for some exporters. */
  readonly name: string;
  /** What its documentation says; the values have the last word, see `probeUnit`. */
  readonly unit: MetricUnit;
  /** The exporter reports whole numbers only, so that a fraction proves that somebody has rescaled it. */
  readonly integral?: true;
  /** It says nothing of a part of a split card: there it is absent or zero, or that of the whole card. */
  readonly wholeDevicesOnly?: true;
  /**
   * Neither the exporter's source nor its release notes were seen to name it: it follows from the names of DCGM's fields,
   * by which the exporter calls its metrics.
   */
  readonly derived?: true;
}

/**
 * How an exporter names its metrics and labels.
 *
 * @public
 */
export interface MetricDialect {
  readonly id: DialectId;
  /** As people call it. */
  readonly title: string;
  /** Metrics for a quantity, the better ones first. */
  readonly metrics: Readonly<
    Partial<Record<MetricQuantity, readonly DialectMetric[]>>
  >;
  /** All that are read below. */
  readonly labels: readonly string[];
  /** @returns `undefined` where the labels name no device */
  readDevice(
    labels: Readonly<Record<string, string>>,
  ): DeviceIdentity | undefined;
  readNode(labels: Readonly<Record<string, string>>): string | undefined;
  /** The target that is scraped is the pod that uses the devices, not an exporter beside it. */
  readonly scrapesWorkload?: true;
}
