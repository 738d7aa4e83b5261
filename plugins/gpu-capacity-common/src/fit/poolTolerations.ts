import type { Toleration } from '../model';
import type { NodeState } from '../state';

/** Taints of the cluster itself and of autoscalers: they say that a node is not to be used now. */
const STATE_TAINTS =
  /^(node\.kubernetes\.io\/|node\.cloudprovider\.kubernetes\.io\/|karpenter\.sh\/(disrupted|disruption|unregistered)|ToBeDeletedByClusterAutoscaler|DeletionCandidateOfClusterAutoscaler)/;

/** Whether a taint says that a node must not be used now, rather than for what it is meant. */
export function isStateTaint(key: string): boolean {
  return STATE_TAINTS.test(key);
}

/**
 * Tolerations of pods that may run on any of some nodes: of the taints that reserve nodes for a purpose, not of those
 * that say that a node must not be used now.
 *
 * @public
 */
export function poolTolerations(
  nodes: Iterable<NodeState>,
): readonly Toleration[] {
  const keys = new Set<string>();
  for (const { node } of nodes) {
    for (const { key } of node.taints) {
      if (!isStateTaint(key)) keys.add(key);
    }
  }
  return [...keys].map(key => ({ key, operator: 'Exists' }));
}
