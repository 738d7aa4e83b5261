import {
  shapeWords,
  type KueueWorkload,
  type PendingPosition,
  type PendingWorkload,
  type PendingWorkloadView,
} from '@fairway/plugin-gpu-capacity-common';
import { aheadSentence } from './aheadSentence';

/** Says what a reader may know of workloads of a cluster. */
export interface WorkloadNames {
  /** Names, where the reader may know them; nothing otherwise. */
  refOf(
    workload: Pick<KueueWorkload, 'namespace' | 'name' | 'owner'>,
  ): Pick<PendingWorkloadView, 'kind' | 'namespace' | 'name' | 'entityRef'>;
  mayName(position: PendingPosition): boolean;
}

/** A workload that waits, as a reader may see it. */
export function pendingView(
  pending: PendingWorkload,
  names: WorkloadNames,
): PendingWorkloadView {
  const { workload, clusterQueue, asks, waitedSeconds, reason, order } =
    pending;
  const ref = names.refOf(workload);
  return {
    ...ref,
    queue: clusterQueue,
    asks: asks && { ...asks },
    request: asks ? shapeWords(asks) : 'not counted yet',
    cause: reason.cause,
    // The reason may name the queue of the namespace.
    reason:
      reason.cause === 'stopped' && ref.name === undefined
        ? 'Its queue is stopped.'
        : reason.sentence,
    waitedSeconds,
    position: order?.place,
    ahead: order && aheadSentence(order, position => names.mayName(position)),
  };
}
