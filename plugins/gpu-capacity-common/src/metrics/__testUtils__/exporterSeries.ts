import type { MetricSeries } from '../metricSeries';

type Labels = Readonly<Record<string, string>>;

/** Unix time at which the windows of the tests end. */
export const NOW = 1_800_000_000;

/**
 * What Prometheus answers to a `deviceQuery` about one series.
 *
 * @param stats - `latest` is `max` by default, there is no `mean`, and the series spans the window
 */
export function answerOf(
  labels: Labels,
  stats: {
    readonly max: number;
    readonly latest?: number;
    readonly mean?: number;
    readonly at?: number;
    readonly ended?: boolean;
    readonly young?: boolean;
  },
): readonly MetricSeries[] {
  const { max, latest = max, mean, at = NOW - 10, ended, young } = stats;
  const element = (stat: string, value: number) => ({
    labels: { ...labels, fairway_stat: stat },
    value,
  });
  return [
    element('max', max),
    ...(mean === undefined ? [] : [element('mean', mean)]),
    ...(ended ? [] : [element('latest', latest), element('time', at)]),
    ...(young ? [] : [element('start', 0)]),
  ];
}

/** Labels of a card as dcgm-exporter writes them. */
export function dcgmCard(index: number, more: Labels = {}): Labels {
  return {
    gpu: String(index),
    UUID: `GPU-${index}`,
    device: `nvidia${index}`,
    modelName: 'NVIDIA H100 80GB HBM3',
    Hostname: 'gpu-01',
    job: 'dcgm',
    instance: '10.0.0.1:9400',
    ...more,
  };
}

/** Labels of a workload with `honor_labels` on. */
export function honored(name: string, namespace = 'vision'): Labels {
  return { pod: name, namespace, container: 'main' };
}

/** Labels of a workload with `honor_labels` off. */
export function exported(name: string, namespace = 'vision'): Labels {
  return {
    exported_pod: name,
    exported_namespace: namespace,
    exported_container: 'main',
    pod: 'nvidia-dcgm-exporter-x2k7p',
    namespace: 'gpu-operator',
    container: 'nvidia-dcgm-exporter',
  };
}
