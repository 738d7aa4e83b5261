import type { ClusterNode, ClusterPod } from '../model';
import type { NodeUsage } from './NodeUsage';

/**
 * A node with the pods that are bound to it and those for which the scheduler makes room on it.
 *
 * @public
 */
export interface NodeState {
  readonly node: ClusterNode;
  /** By `namespace/name`. */
  readonly pods: ReadonlyMap<string, ClusterPod>;
  /** Those of the pods that ask for an extended resource: few of the pods of a node do. */
  readonly extended: ReadonlyMap<string, ClusterPod>;
  readonly usage: NodeUsage;
  readonly nominated: ReadonlyMap<string, ClusterPod>;
}
