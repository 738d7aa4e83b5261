import { groupedBy } from './groupedBy';
import type { MetricSeries } from './metricSeries';
import { metricSelector, promDuration, type LabelMatcher } from './promql';

/**
 * A quantile of waiting times, in seconds. Buckets know no more than a range.
 *
 * @public
 */
export type WaitQuantile =
  | {
      readonly kind: 'within';
      readonly fromSeconds: number;
      readonly toSeconds: number;
    }
  | { readonly kind: 'more-than'; readonly seconds: number };

/** @public */
export type WaitTime =
  | {
      readonly status: 'observed';
      readonly n: number;
      readonly p50: WaitQuantile;
      readonly p90: WaitQuantile;
    }
  | { readonly status: 'not-enough-history'; readonly n: number };

/**
 * Waiting time of the workloads of one queue and priority.
 *
 * @public
 */
export interface QueueWaitTime {
  readonly clusterQueue: string;
  readonly priorityClass: string | undefined;
  readonly wait: WaitTime;
}

/** @public */
export interface WaitBucket {
  readonly upperSeconds: number;
  readonly count: number;
}

/**
 * Of fewer waiting times no range is made.
 *
 * @public
 */
export const LEAST_WAIT_SAMPLES = 20;
/**
 * The metric of Kueue of which waiting times are read.
 *
 * @public
 */
export const ADMISSION_WAIT_METRIC = 'kueue_admission_wait_time_seconds';

/**
 * Asks how long admitted workloads have waited.
 *
 * @see kubernetes-sigs/kueue pkg/metrics/metrics.go
 *
 * @public
 */
export function admissionWaitQuery(options: {
  readonly windowSeconds: number;
  readonly matchers?: readonly LabelMatcher[];
}): string {
  const selector = metricSelector(
    `${ADMISSION_WAIT_METRIC}_bucket`,
    options.matchers,
  );
  const window = promDuration(options.windowSeconds);
  return `sum by (le,cluster_queue,priority_class) (increase(${selector}[${window}]))`;
}

/**
 * Reads the answer to `admissionWaitQuery`. Waiting times of those that still wait are not in it.
 *
 * @public
 */
export function readAdmissionWait(
  answer: readonly MetricSeries[],
): readonly QueueWaitTime[] {
  const queues = groupedBy(
    answer.filter(({ labels }) => labels.cluster_queue && labels.le),
    ({ labels }) =>
      JSON.stringify([labels.cluster_queue, labels.priority_class ?? '']),
  );
  return [...queues.values()].map(series => {
    const [{ labels }] = series;
    return {
      clusterQueue: labels.cluster_queue,
      priorityClass: labels.priority_class || undefined,
      wait: waitTime(
        series.map(bucket => ({
          upperSeconds:
            bucket.labels.le === '+Inf' ? Infinity : Number(bucket.labels.le),
          count: bucket.value,
        })),
      ),
    };
  });
}

/**
 * Quantiles of a cumulative histogram, with the number of samples. Rates are extrapolated, so counts need not be whole.
 *
 * @param buckets - cumulative, in any order; without the one up to infinity the number of samples is not known
 *
 * @public
 */
export function waitTime(buckets: readonly WaitBucket[]): WaitTime {
  const sorted = buckets
    .filter(
      ({ upperSeconds, count }) =>
        !Number.isNaN(upperSeconds) && Number.isFinite(count) && count >= 0,
    )
    .sort((a, b) => a.upperSeconds - b.upperSeconds);
  const last = sorted[sorted.length - 1];
  const total = last?.upperSeconds === Infinity ? last.count : 0;
  const n = Math.round(total);
  if (n < LEAST_WAIT_SAMPLES) return { status: 'not-enough-history', n };
  return {
    status: 'observed',
    n,
    p50: quantile(sorted, 0.5 * total),
    p90: quantile(sorted, 0.9 * total),
  };
}

function quantile(sorted: readonly WaitBucket[], rank: number): WaitQuantile {
  // Buckets that are read at different moments can decrease a little; what has been counted stays counted.
  const position = sorted.findIndex(({ count }) => count >= rank);
  const fromSeconds = sorted[position - 1]?.upperSeconds ?? 0;
  const toSeconds = sorted[position].upperSeconds;
  return toSeconds === Infinity
    ? { kind: 'more-than', seconds: fromSeconds }
    : { kind: 'within', fromSeconds, toSeconds };
}
