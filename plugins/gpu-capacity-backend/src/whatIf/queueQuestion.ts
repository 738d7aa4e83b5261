import { InputError } from '@backstage/errors';
import type { QuotaGateView } from '@fairway/plugin-gpu-capacity-common';
import {
  mayKnowNamespace,
  type PodNames,
  type WorkloadEntities,
} from '../access';
import {
  namespaceGate,
  queueGate,
  type AskingPods,
} from '../domain/quotaGates';
import type { ClusterView } from '../services/ClusterCapacity';

/** A LocalQueue that is asked about. */
export interface AskedQueue {
  readonly namespace: string;
  readonly name: string;
}

/** @throws `InputError` where it is not `namespace/name` */
export function readAskedQueue(text: string): AskedQueue {
  const [namespace, name, ...others] = text.split('/');
  if (!namespace || !name || others.length > 0) {
    throw new InputError(`The queue "${text}" is not namespace/name.`);
  }
  return { namespace, name };
}

/** The same for a queue that is not there and for one of others, so that asking does not tell which queues there are. */
const UNKNOWN: QuotaGateView = {
  status: 'unknown',
  sentence:
    'Whether the queue admits it cannot be said: there is no such queue, or you have nothing in its namespace.',
};

/** What the queue and the quotas of its namespace say of some pods. */
export function askQueue(
  cluster: ClusterView,
  queue: AskedQueue,
  pods: readonly AskingPods[],
  reader: { readonly names: PodNames; readonly entities: WorkloadEntities },
): {
  readonly quota: QuotaGateView;
  readonly namespaceQuota: QuotaGateView | undefined;
} {
  return mayKnowNamespace(cluster, queue.namespace, reader)
    ? {
        quota: queueGate(cluster, queue, pods),
        namespaceQuota: namespaceGate(cluster, queue.namespace, pods),
      }
    : { quota: UNKNOWN, namespaceQuota: undefined };
}
