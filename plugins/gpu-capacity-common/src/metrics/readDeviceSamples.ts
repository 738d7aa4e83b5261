import { readDeviceRows } from './deviceQuery';
import type { DeviceSample } from './deviceSample';
import type { DialectMetric, MetricDialect } from './dialects';
import {
  canonicalValue,
  type MetricQuantity,
  type MetricUnit,
} from './metricQuantity';
import type { MetricSeries } from './metricSeries';
import { claimOf, PodLabels, targetPodOf } from './podLabels';

/**
 * Reads the answer to a `deviceQuery`.
 *
 * @param options - `unit`: as probed; absent where it is not known
 * @returns one sample for each series that names a device; values that cannot be are left out with their series
 *
 * @public
 */
export function readDeviceSamples(options: {
  readonly dialect: MetricDialect;
  readonly quantity: MetricQuantity;
  readonly metric: DialectMetric;
  readonly unit: MetricUnit | undefined;
  readonly answer: readonly MetricSeries[];
}): readonly DeviceSample[] {
  const { dialect, quantity, metric, unit } = options;
  const rows = readDeviceRows(options.answer, options);
  const pods = PodLabels.of(rows.map(({ labels }) => labels));
  return rows.flatMap(({ labels, ...row }) => {
    const device = dialect.readDevice(labels);
    if (!device) return [];
    if (metric.wholeDevicesOnly && device.migInstance !== undefined) return [];
    const pod = dialect.scrapesWorkload
      ? targetPodOf(labels)
      : pods.podOf(labels);
    // Without a name of its own the device is one of its pod, or none.
    if (device.uuid === undefined && !pod) return [];
    // Somebody has begun to rescale it since the unit was proven.
    const outdated =
      metric.integral && unit === 'percent' && row.max > 0 && row.max < 1;
    const ownUnit = outdated ? undefined : unit;
    const windowMax = canonicalValue(row.max, ownUnit);
    if (windowMax === undefined && ownUnit !== undefined) return [];
    return [
      {
        dialect: dialect.id,
        metric: metric.name,
        quantity,
        device,
        node: dialect.readNode(labels),
        pod,
        claim: claimOf(labels),
        exporter: [labels.job, labels.instance].filter(Boolean).join(' '),
        windowMax,
        recentMean:
          row.mean === undefined
            ? undefined
            : canonicalValue(row.mean, ownUnit),
        latest:
          row.latest === undefined
            ? undefined
            : canonicalValue(row.latest, ownUnit),
        sampledAtSeconds: row.sampledAtSeconds,
        spansWindow: row.spansWindow,
      },
    ];
  });
}
