import type { MetricClaim, MetricPod } from './deviceSample';

type Labels = Readonly<Record<string, string>>;

/** All that are read below. */
export const POD_LABELS = [
  'exported_pod',
  'exported_namespace',
  'exported_container',
  'pod',
  'namespace',
  'container',
  'pod_name',
  'pod_namespace',
  'container_name',
  'dra_claim_name',
  'dra_claim_namespace',
] as const;

/**
 * Names of pods that export, not use: dcgm-exporter, nvidia-dcgm-exporter-x2k7p, amd-device-metrics-exporter, …
 */
const EXPORTER = /(dcgm|gpu|device-metrics|smi).*exporter|^(metrics-)?exporter/;

/**
 * Finds out which pods the series of one metric belong to.
 *
 * @remarks
 * Unless `honor_labels` is on, Prometheus puts the exporter into `pod` and moves what the exporter says into
 * `exported_pod`. With `honor_labels`, `pod` is the workload, save for devices that nobody uses: they carry none, and
 * get the exporter's.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config honor_labels
 * @see NVIDIA/dcgm-exporter issues 85 and 340
 */
export class PodLabels {
  /** @param series - the labels of all series of one metric: whether a job moves labels shows in any of them */
  static of(series: Iterable<Labels>): PodLabels {
    const moving = new Set<string>();
    for (const labels of series) {
      if (labels.exported_pod || labels.exported_namespace) {
        moving.add(labels.job ?? '');
      }
    }
    return new PodLabels(moving);
  }

  readonly #movingJobs: ReadonlySet<string>;

  private constructor(movingJobs: ReadonlySet<string>) {
    this.#movingJobs = movingJobs;
  }

  /** @returns `undefined` where the series is of no pod, or it cannot be told from the exporter */
  podOf(labels: Labels): MetricPod | undefined {
    if (labels.exported_pod && labels.exported_namespace) {
      return {
        namespace: labels.exported_namespace,
        name: labels.exported_pod,
        container: labels.exported_container || undefined,
      };
    }
    const name = labels.pod || labels.pod_name;
    const namespace = labels.namespace || labels.pod_namespace;
    if (!name || !namespace) return undefined;
    if (this.#movingJobs.has(labels.job ?? '') || EXPORTER.test(name)) {
      return undefined;
    }
    return {
      namespace,
      name,
      container: labels.container || labels.container_name || undefined,
    };
  }
}

/** The target is the workload itself. */
export function targetPodOf(labels: Labels): MetricPod | undefined {
  if (!labels.pod || !labels.namespace) return undefined;
  return {
    namespace: labels.namespace,
    name: labels.pod,
    container: labels.container || undefined,
  };
}

/** The claim for which a device is set aside, where the exporter says it. */
export function claimOf(labels: Labels): MetricClaim | undefined {
  return labels.dra_claim_name && labels.dra_claim_namespace
    ? { namespace: labels.dra_claim_namespace, name: labels.dra_claim_name }
    : undefined;
}
