import { z } from 'zod/v4';

/**
 * A workload in the order in which its ClusterQueue tries them.
 *
 * @see kubernetes-sigs/kueue apis/visibility/v1beta2/types.go
 *
 * @public
 */
export interface PendingPosition {
  readonly namespace: string;
  readonly name: string;
  readonly localQueue: string;
  readonly priority: number;
  /** Counted from 0. */
  readonly positionInClusterQueue: number;
  /** Counted from 0. */
  readonly positionInLocalQueue: number;
  readonly createdAt: string | undefined;
}

const summarySchema = z.object({
  items: z
    .array(
      z.object({
        metadata: z.object({
          namespace: z.string(),
          name: z.string(),
          creationTimestamp: z.string().nullish(),
        }),
        priority: z.number(),
        localQueueName: z.string(),
        positionInClusterQueue: z.number(),
        positionInLocalQueue: z.number(),
      }),
    )
    .nullish(),
});

/**
 * Reads a document `PendingWorkloadsSummary` of the visibility API, v1beta1 or v1beta2, in the order of the queue.
 *
 * @throws `ZodError` on a malformed document
 *
 * @public
 */
export function readPendingPositions(
  document: unknown,
): readonly PendingPosition[] {
  return (summarySchema.parse(document).items ?? [])
    .map(({ metadata, localQueueName, ...item }) => ({
      namespace: metadata.namespace,
      name: metadata.name,
      localQueue: localQueueName,
      priority: item.priority,
      positionInClusterQueue: item.positionInClusterQueue,
      positionInLocalQueue: item.positionInLocalQueue,
      createdAt: metadata.creationTimestamp || undefined,
    }))
    .sort((a, b) => a.positionInClusterQueue - b.positionInClusterQueue);
}

/**
 * Who is tried before a workload.
 *
 * @public
 */
export interface QueueAhead {
  /** Place in the ClusterQueue, counted from 1. */
  readonly place: number;
  /** All that are known to be ahead, in their order. */
  readonly ahead: readonly PendingPosition[];
  /** Ahead by their higher priority. */
  readonly byPriority: number;
  /** Ahead with the same priority, because they came first or were queued again. */
  readonly byTime: number;
  /** Ahead and not in the document, because only a part of the queue was asked for. */
  readonly unseen: number;
}

/**
 * Finds a workload in the order of its queue.
 *
 * @returns `undefined` where the document does not have it
 *
 * @public
 */
export function queueAhead(
  positions: readonly PendingPosition[],
  workload: { readonly namespace: string; readonly name: string },
): QueueAhead | undefined {
  const own = positions.find(
    ({ namespace, name }) =>
      namespace === workload.namespace && name === workload.name,
  );
  if (!own) return undefined;
  const ahead = positions.filter(
    ({ positionInClusterQueue }) =>
      positionInClusterQueue < own.positionInClusterQueue,
  );
  const byPriority = ahead.filter(
    ({ priority }) => priority > own.priority,
  ).length;
  return {
    place: own.positionInClusterQueue + 1,
    ahead,
    byPriority,
    byTime: ahead.length - byPriority,
    unseen: Math.max(0, own.positionInClusterQueue - ahead.length),
  };
}
