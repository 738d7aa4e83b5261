import {
  ADMISSION_WAIT_METRIC,
  LEAST_WAIT_SAMPLES,
  waitSentence,
  type AdmissionWaitView,
  type QueuesView,
  type QueueWaitTime,
  type WaitQuantile,
} from '@fairway/plugin-gpu-capacity-common';
import { WAIT_WINDOW_DAYS, type MetricsReading } from '../prometheus';

/** Absent before the first answer. */
type Reading = MetricsReading<readonly QueueWaitTime[]> | undefined;

const RANGE = { days: WAIT_WINDOW_DAYS, leastSamples: LEAST_WAIT_SAMPLES };

/** Where the waiting times of queues come from, or why there are none. */
export function waitsKnown(reading: Reading): QueuesView['waitsKnown'] {
  const reason = reasonOf(reading);
  return reason === undefined
    ? {
        status: 'known',
        sentence: `Waiting times are those of workloads that were admitted in ${WAIT_WINDOW_DAYS} days, by Kueue's ${ADMISSION_WAIT_METRIC} in Prometheus. Who still waits is not among them.`,
      }
    : {
        status: 'unknown',
        sentence: `How long workloads wait until they are admitted is not known: ${reason}`,
      };
}

/** How long the workloads of a queue have waited, by priority; `undefined` where that is not known. */
export function queueWaits(
  queue: string,
  reading: Reading,
): AdmissionWaitView[] | undefined {
  if (reading?.status !== 'observed' || reasonOf(reading) !== undefined) {
    return undefined;
  }
  const own = reading.value.filter(
    ({ clusterQueue }) => clusterQueue === queue,
  );
  return own.length === 0
    ? [viewOf(undefined, { status: 'not-enough-history', n: 0 })]
    : own
        .map(({ priorityClass, wait }) => viewOf(priorityClass, wait))
        .sort((a, b) => (a.priority ?? '').localeCompare(b.priority ?? ''));
}

function reasonOf(reading: Reading): string | undefined {
  if (!reading) return 'Prometheus has not answered yet.';
  if (reading.status === 'unobserved') return reading.reason;
  const [warning] = reading.warnings;
  // Counts would be too small, and the range that of a part.
  if (warning !== undefined) return `Prometheus warns: ${warning}`;
  return reading.value.length === 0
    ? `Prometheus has no series of ${ADMISSION_WAIT_METRIC}.`
    : undefined;
}

function viewOf(
  priority: string | undefined,
  wait: QueueWaitTime['wait'],
): AdmissionWaitView {
  return {
    ...(priority !== undefined && { priority }),
    n: wait.n,
    ...(wait.status === 'observed' && {
      median: quantileView(wait.p50),
      p90: quantileView(wait.p90),
    }),
    sentence: waitSentence(wait, RANGE),
  };
}

function quantileView(quantile: WaitQuantile): AdmissionWaitView['median'] {
  return quantile.kind === 'within'
    ? { fromSeconds: quantile.fromSeconds, toSeconds: quantile.toSeconds }
    : { fromSeconds: quantile.seconds };
}
