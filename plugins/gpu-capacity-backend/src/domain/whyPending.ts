import {
  fit,
  nearMissSentence,
  nearMisses,
  podOwners,
  type ClusterPod,
  type PendingWorkload,
  type PodShape,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterView } from '../services/ClusterCapacity';
import { pendingView, type WorkloadNames } from './pendingView';

/** Says in a sentence why pods of a cluster have no node: by their queue, by the scheduler and by what nearly fits. */
export function whyPending(
  cluster: ClusterView,
  names: WorkloadNames,
): (pod: ClusterPod) => string | undefined {
  const byOwner = new Map<string, PendingWorkload>();
  for (const pending of cluster.queues?.pending ?? []) {
    const { namespace, name, owner } = pending.workload;
    byOwner.set(
      keyOf({ namespace, ...(owner ?? { kind: 'Workload', name }) }),
      pending,
    );
  }
  // Pods of one template wait for the same reason.
  const placements = new Map<PodShape, string | undefined>();
  const placementOf = ({ shape, namespace }: ClusterPod) => {
    if (!placements.has(shape)) {
      placements.set(shape, placementSentence(cluster, shape, namespace));
    }
    return placements.get(shape);
  };
  return pod => {
    if (pod.node !== undefined) return undefined;
    const waiting = podOwners(pod)
      .map(owner => byOwner.get(keyOf(owner)))
      .find(Boolean);
    if (waiting) {
      const { reason, ahead } = pendingView(waiting, names);
      return [reason, ahead].filter(Boolean).join(' ');
    }
    if (pod.holding === 'gated') {
      return `It is held back by ${pod.gates.join(', ')}.`;
    }
    const said = pod.unschedulable;
    return [
      said && `The scheduler says: ${said}${said.endsWith('.') ? '' : '.'}`,
      placementOf(pod),
    ]
      .filter(Boolean)
      .join(' ');
  };
}

function placementSentence(
  { state, claims }: ClusterView,
  shape: PodShape,
  namespace: string,
): string | undefined {
  const { verdict, feasible } = fit(state, shape, {
    claims: claims.evaluator(namespace),
  });
  if (verdict === 'fits') {
    return feasible.length === 1
      ? 'One node has room for it now.'
      : `${feasible.length} nodes have room for it now.`;
  }
  const [miss] = nearMisses(state, shape);
  return miss && nearMissSentence(miss);
}

function keyOf(of: {
  readonly namespace: string;
  readonly kind: string;
  readonly name: string;
}): string {
  return `${of.namespace}/${of.kind}/${of.name}`;
}
