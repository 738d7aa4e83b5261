import { addAmounts, type ResourceAmounts } from '../model';
import type { ClusterQueue } from './clusterQueue';
import type { KueueWorkload } from './kueueWorkload';
import type { LocalQueue } from './localQueue';
import {
  queueAhead,
  type PendingPosition,
  type QueueAhead,
} from './pendingPosition';
import { pendingReason, type PendingReason } from './pendingReason';
import { waitedSecondsOf } from './starvation';

/**
 * A workload that waits.
 *
 * @public
 */
export interface PendingWorkload {
  readonly workload: KueueWorkload;
  /** Absent where its LocalQueue is not observed or leads nowhere. */
  readonly clusterQueue: string | undefined;
  /** What all of its pods ask for; absent before Kueue has counted them. */
  readonly asks: ResourceAmounts | undefined;
  readonly waitedSeconds: number | undefined;
  readonly reason: PendingReason;
  /** Who is tried before it; absent where the order is not known. */
  readonly order: QueueAhead | undefined;
}

/**
 * All workloads that wait, in the order of their queues and, where it is not known, by the time they have waited.
 *
 * @param options.positions - order by ClusterQueue, as far as the visibility API told it
 * @param options.now - in milliseconds since 1970
 *
 * @public
 */
export function pendingWorkloads(options: {
  readonly workloads: readonly KueueWorkload[];
  readonly localQueues: readonly LocalQueue[];
  readonly clusterQueues: readonly ClusterQueue[];
  readonly positions?: ReadonlyMap<string, readonly PendingPosition[]>;
  readonly now: number;
}): readonly PendingWorkload[] {
  const { workloads, positions, now } = options;
  const localQueues = new Map(
    options.localQueues.map(queue => [
      `${queue.namespace}/${queue.name}`,
      queue,
    ]),
  );
  const clusterQueues = new Map(
    options.clusterQueues.map(queue => [queue.name, queue]),
  );
  return workloads
    .flatMap(workload => {
      const localQueue = localQueues.get(
        `${workload.namespace}/${workload.queue ?? ''}`,
      );
      // Quota may be held in another queue than the one to which the LocalQueue leads since.
      const clusterQueue = workload.clusterQueue ?? localQueue?.clusterQueue;
      const reason = pendingReason(
        workload,
        { localQueue, clusterQueue: clusterQueues.get(clusterQueue ?? '') },
        now,
      );
      if (!reason) return [];
      const order = positions?.get(clusterQueue ?? '');
      return [
        {
          workload,
          clusterQueue,
          asks: asksOf(workload),
          waitedSeconds: waitedSecondsOf(workload, now),
          reason,
          order: order && queueAhead(order, workload),
        },
      ];
    })
    .sort(
      (a, b) =>
        (a.clusterQueue ?? '').localeCompare(b.clusterQueue ?? '') ||
        (a.order?.place ?? Infinity) - (b.order?.place ?? Infinity) ||
        (b.waitedSeconds ?? 0) - (a.waitedSeconds ?? 0),
    );
}

function asksOf({ podSets }: KueueWorkload): ResourceAmounts | undefined {
  return podSets.reduce<ResourceAmounts | undefined>(
    (sum, { requests }) =>
      sum && requests ? addAmounts(sum, requests) : undefined,
    {},
  );
}
