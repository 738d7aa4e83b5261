import {
  podUseQuery,
  readPodUse,
  type PodUse,
  type PodUseAnswer,
  type UseSpan,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterMetricsConfig } from '../config/metricsConfig';
import type { MetricsReading } from './DeviceMetricsSnapshot';
import type { SurveyedMetric } from './MetricSurvey';
import type { PrometheusClient } from './PrometheusClient';

/** Whose use is asked for. */
export interface PodUseRequest {
  readonly namespace: string;
  readonly name: string;
  /** Devices that it holds. */
  readonly units: number;
  /** Not longer than it has held them. */
  readonly span: UseSpan;
}

/** What a pod has used over a period, by the first dialect that reports of it. */
export async function readPodUses(options: {
  readonly client: PrometheusClient;
  readonly settings: ClusterMetricsConfig;
  readonly metrics: readonly SurveyedMetric[];
  readonly request: PodUseRequest;
  readonly signal: AbortSignal;
}): Promise<MetricsReading<PodUse>> {
  const { metrics, request } = options;
  const warnings: string[] = [];
  const ask = async (
    quantity: 'busy' | 'memory-used',
  ): Promise<PodUseAnswer | undefined> => {
    for (const candidate of metrics) {
      const { dialect, metric, name, unit } = candidate;
      if (candidate.quantity !== quantity || unit.status !== 'known') continue;
      const answer = await options.client.query(
        podUseQuery({
          dialect,
          metric: name,
          matchers: options.settings.matchers,
          pod: request,
          span: request.span,
        }),
        { signal: options.signal },
      );
      if (answer.status === 'failed') {
        warnings.push(`${name}: ${answer.reason}`);
      } else {
        warnings.push(...answer.warnings);
        if (answer.series.length > 0) {
          return { dialect, metric, unit: unit.unit, answer: answer.series };
        }
      }
    }
    return undefined;
  };
  const [busy, memory] = await Promise.all([ask('busy'), ask('memory-used')]);
  // What is missing may have been the most.
  return warnings.length > 0
    ? { status: 'unobserved', reason: warnings[0] }
    : {
        status: 'observed',
        value: readPodUse({ ...request, busy, memory }),
        warnings,
      };
}
