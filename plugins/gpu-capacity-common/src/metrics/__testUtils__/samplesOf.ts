import type { DeviceSample } from '../deviceSample';
import { METRIC_DIALECTS, type DialectId } from '../dialects';
import type { MetricQuantity, MetricUnit } from '../metricQuantity';
import type { MetricSeries } from '../metricSeries';
import { readDeviceSamples } from '../readDeviceSamples';

/** Samples of one metric of a dialect, in the unit that the dialect declares unless it is given. */
export function samplesOf(options: {
  readonly dialect: DialectId;
  readonly quantity: MetricQuantity;
  readonly metric: string;
  readonly unit?: MetricUnit | 'unknown';
  readonly answer: readonly MetricSeries[];
}): readonly DeviceSample[] {
  const dialect = METRIC_DIALECTS.find(({ id }) => id === options.dialect);
  const metric = dialect?.metrics[options.quantity]?.find(
    ({ name }) => name === options.metric,
  );
  if (!dialect || !metric) throw new Error(`no metric ${options.metric}`);
  const unit = options.unit ?? metric.unit;
  return readDeviceSamples({
    ...options,
    dialect,
    metric,
    unit: unit === 'unknown' ? undefined : unit,
  });
}

/** Samples of the engine's activity as dcgm-exporter reported them before 4.9. */
export function engineActive(
  ...answers: ReadonlyArray<readonly MetricSeries[]>
): readonly DeviceSample[] {
  return samplesOf({
    dialect: 'dcgm-before-4.9',
    quantity: 'busy',
    metric: 'DCGM_FI_PROF_GR_ENGINE_ACTIVE',
    answer: answers.flat(),
  });
}

/** Samples of the utilisation in percent as dcgm-exporter reported them before 4.9. */
export function gpuUtil(
  ...answers: ReadonlyArray<readonly MetricSeries[]>
): readonly DeviceSample[] {
  return samplesOf({
    dialect: 'dcgm-before-4.9',
    quantity: 'busy',
    metric: 'DCGM_FI_DEV_GPU_UTIL',
    answer: answers.flat(),
  });
}

/** Samples of the used memory in MiB as dcgm-exporter reported them before 4.9. */
export function framebufferUsed(
  ...answers: ReadonlyArray<readonly MetricSeries[]>
): readonly DeviceSample[] {
  return samplesOf({
    dialect: 'dcgm-before-4.9',
    quantity: 'memory-used',
    metric: 'DCGM_FI_DEV_FB_USED',
    answer: answers.flat(),
  });
}
