import {
  quotaGateOfPodSets,
  resourceQuotaGate,
  type QuotaGateOutcome,
  type QuotaGateView,
  type ResourceAmounts,
  type ResourceQuotaGate,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';
import type { LivePiece } from './livePieces';

/** Pods that ask for quota. */
export interface AskingPods {
  readonly name: string;
  readonly shape: LivePiece['shape'];
  readonly topology?: LivePiece['topology'];
  readonly count: number;
}

type Status = QuotaGateView['status'];

const STATUSES: Readonly<Record<QuotaGateOutcome, Status>> = {
  'within-nominal': 'within',
  borrowing: 'borrowing',
  preemption: 'after-others',
  waits: 'after-others',
  never: 'never',
  closed: 'never',
  unknown: 'unknown',
};

/** What is said to readers who may not know the names of queues and quotas in a namespace. */
const NAMELESS: Readonly<Record<Status, string>> = {
  none: 'No quota applies.',
  within: 'Its quota has room for it.',
  borrowing: 'Its queue can admit it, borrowing quota of others.',
  'after-others': 'Its quota has no room for it before others end.',
  never: 'Its quota does not allow it.',
  unknown: 'Whether its quota allows it is unknown.',
};

/** A gate without the names of what is in a namespace. */
export function nameless({ status }: QuotaGateView): QuotaGateView {
  return { status, sentence: NAMELESS[status] };
}

/** Whether a LocalQueue would admit some pods now, all together. */
export function queueGate(
  { queues }: ClusterView,
  queue: { readonly namespace: string; readonly name: string },
  pods: readonly AskingPods[],
): QuotaGateView {
  if (!queues) {
    return {
      status: 'none',
      sentence: 'No quota applies: the cluster has no queues.',
    };
  }
  if (!queues.localQueues) return unknown('The queues are not observed.');
  const localQueue = queues.localQueues.find(
    ({ namespace, name }) =>
      namespace === queue.namespace && name === queue.name,
  );
  if (!localQueue) {
    return {
      status: 'never',
      sentence: `There is no queue "${queue.name}" in the namespace "${queue.namespace}".`,
    };
  }
  const clusterQueue = queues.clusterQueues.find(
    ({ name }) => name === localQueue.clusterQueue,
  );
  if (!clusterQueue) {
    return unknown(
      `The queue "${queue.name}" leads to a ClusterQueue that is not there or not observed.`,
    );
  }
  const asking = pods.filter(({ count }) => count > 0);
  if (asking.length === 0) {
    return { status: 'within', sentence: 'Its queue has admitted it already.' };
  }
  const gate = quotaGateOfPodSets(
    { ...queues, clusterQueue, localQueue },
    asking.map(({ name, shape, topology, count }) => ({
      name,
      request: { ...shape, topology },
      count,
    })),
  );
  return { status: STATUSES[gate.outcome], sentence: gate.sentence };
}

const NAMESPACE_STATUSES: Readonly<
  Record<ResourceQuotaGate['outcome'], Status>
> = {
  fits: 'within',
  exceeds: 'after-others',
  never: 'never',
  // A LimitRange may say it for them.
  unspecified: 'unknown',
  unknown: 'unknown',
};

const WORST_FIRST: readonly Status[] = [
  'never',
  'after-others',
  'unknown',
  'within',
];

/** What the ResourceQuotas of a namespace say of some pods; `undefined` where it has none. */
export function namespaceGate(
  { workloads }: ClusterView,
  namespace: string,
  pods: readonly AskingPods[],
): QuotaGateView | undefined {
  if (workloads.quotas.status === 'absent') return undefined;
  const quotas = workloads.quotasOf(namespace);
  if (!quotas) return unknown('The quotas of its namespace are not observed.');
  const asking = pods.filter(({ count }) => count > 0);
  if (quotas.length === 0 || asking.length === 0) return undefined;
  const gates = asking.map(({ shape, count }) =>
    resourceQuotaGate(quotas, shape, count),
  );
  if (asking.length > 1) {
    // Each kind of pods may have room alone, and all together not.
    gates.push(resourceQuotaGate(quotas, { requests: sumOf(asking) }, 1));
  }
  const found = gates
    .map(gate => ({
      status: NAMESPACE_STATUSES[gate.outcome],
      sentence: gate.sentence,
    }))
    .sort(
      (a, b) => WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status),
    );
  return found[0];
}

function sumOf(pods: readonly AskingPods[]): ResourceAmounts {
  const sum: Record<string, number> = {};
  for (const { shape, count } of pods) {
    for (const [resource, amount] of Object.entries(shape.requests)) {
      sum[resource] = (sum[resource] ?? 0) + amount * count;
    }
  }
  return sum;
}

function unknown(sentence: string): QuotaGateView {
  return { status: 'unknown', sentence };
}
