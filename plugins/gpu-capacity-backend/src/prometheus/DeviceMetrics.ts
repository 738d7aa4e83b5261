import {
  DEFAULT_IDLE_RULE,
  heldActivity,
  type HeldActivity,
  type HoldingPod,
  type PodUse,
  type QueueWaitTime,
  type RayReservation,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterMetricsConfig } from '../config/metricsConfig';
import type { PodUseRequest } from './readPodUses';
import { ClusterMetrics } from './ClusterMetrics';
import type {
  MetricSource,
  MetricsFreshness,
  MetricsReading,
  ReportedError,
} from './DeviceMetricsSnapshot';

/** What the held devices of a cluster do, and how that is known. */
export interface ClusterActivity {
  readonly freshness: MetricsFreshness;
  readonly activity: HeldActivity;
  /** Last errors of devices, held or not. */
  readonly errors: readonly ReportedError[];
  readonly notes: readonly string[];
  readonly sources: readonly MetricSource[];
}

/** The metrics of all clusters for which the configuration names a Prometheus. */
export class DeviceMetrics {
  readonly #clusters: ReadonlyMap<string, ClusterMetrics>;

  /** @param options - `now`: in milliseconds since 1970 */
  constructor(options: {
    readonly clusters: readonly ClusterMetricsConfig[];
    readonly now?: () => number;
  }) {
    const { now = Date.now } = options;
    this.#clusters = new Map(
      options.clusters.map(settings => [
        settings.cluster,
        new ClusterMetrics({ settings, now }),
      ]),
    );
  }

  /** @returns `undefined` where the configuration names no Prometheus for it */
  cluster(name: string): ClusterMetrics | undefined {
    return this.#clusters.get(name);
  }

  /** Never throws: what cannot be read is not observed, and then no held device is idle. */
  async activity(
    cluster: string,
    pods: readonly HoldingPod[],
  ): Promise<ClusterActivity> {
    const metrics = this.#clusters.get(cluster);
    const snapshot = await metrics?.devices();
    return {
      freshness: snapshot?.freshness ?? notConfigured(cluster),
      activity: heldActivity({
        readings: snapshot?.readings ?? [],
        pods,
        rule: metrics?.idleRule ?? DEFAULT_IDLE_RULE,
        nowSeconds: snapshot?.atSeconds ?? 0,
        partial: snapshot?.partial ?? true,
      }),
      errors: snapshot?.errors ?? [],
      notes: snapshot?.notes ?? [],
      sources: snapshot?.sources ?? [],
    };
  }

  /** How long admitted workloads have waited in the last days; never throws. */
  async admissionWaits(
    cluster: string,
  ): Promise<MetricsReading<readonly QueueWaitTime[]>> {
    return (
      (await this.#clusters.get(cluster)?.admissionWaits()) ??
      notConfigured(cluster)
    );
  }

  /** What Ray has given to tasks and actors; never throws. */
  async rayReservations(
    cluster: string,
  ): Promise<MetricsReading<readonly RayReservation[]>> {
    return (
      (await this.#clusters.get(cluster)?.rayReservations()) ??
      notConfigured(cluster)
    );
  }

  /** What a pod has used over a period; never throws. */
  async podUse(
    cluster: string,
    request: PodUseRequest,
  ): Promise<MetricsReading<PodUse>> {
    return (
      (await this.#clusters.get(cluster)?.podUse(request)) ??
      notConfigured(cluster)
    );
  }

  /** Ends what is asked at the moment. */
  close() {
    for (const metrics of this.#clusters.values()) metrics.close();
  }
}

function notConfigured(cluster: string) {
  return {
    status: 'unobserved',
    reason: `gpuCapacity.metrics names no Prometheus for the cluster ${cluster}.`,
  } as const;
}
