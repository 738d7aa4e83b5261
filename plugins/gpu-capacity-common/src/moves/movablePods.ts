import type { ClusterPod, ImmovableReason, PodShape } from '../model';
import { budgetsOf, type DisruptionBudget } from './DisruptionBudget';

/**
 * Why a pod is left where it is.
 *
 * @public
 */
export type StayReason =
  | ImmovableReason
  | 'higher-priority'
  | 'budget'
  | 'several-budgets'
  | 'claims'
  | 'releasing';

/** A pod that may be asked to move, with the budget that counts it. @public */
export interface MovablePod {
  readonly key: string;
  readonly pod: ClusterPod;
  readonly budget: DisruptionBudget | undefined;
}

/**
 * Those of some pods of a node that may be asked to move for a shape: a controller makes them anew, they keep no data on the node,
 * their priority is not above that of the shape, nothing marks them as not to be disturbed, and their budget allows it.
 * Pods with claims are not moved: nothing says that their devices would be found elsewhere.
 *
 * @param options - `helps`: whether anything is won by moving a pod; the others are left out
 *
 * @see kubernetes/kubernetes pkg/registry/core/pod/storage/eviction.go: a pod under several budgets cannot be evicted
 */
export function movablePods(
  shape: PodShape,
  pods: ReadonlyMap<string, ClusterPod>,
  options: {
    readonly budgets: readonly DisruptionBudget[];
    readonly helps: (pod: ClusterPod) => boolean;
  },
): readonly MovablePod[] {
  const { budgets, helps } = options;
  const movable: MovablePod[] = [];
  for (const [key, pod] of pods) {
    // Most pods are in nobody's way, and to look for their budgets would take longest.
    if (!helps(pod)) continue;
    const covering = budgetsOf(pod, budgets);
    if (stayReasonOf(pod, shape, covering) === undefined) {
      movable.push({ key, pod, budget: covering[0] });
    }
  }
  return movable;
}

/** Why a pod stays, or `undefined` where it may be asked to move. */
export function stayReasonOf(
  pod: ClusterPod,
  shape: PodShape,
  covering: readonly DisruptionBudget[],
): StayReason | undefined {
  if (pod.immovable.length > 0) return pod.immovable[0];
  if (pod.holding === 'releasing') return 'releasing';
  if (pod.shape.priority > shape.priority) return 'higher-priority';
  if (pod.shape.claims.length > 0 || pod.claimedResources.length > 0) {
    return 'claims';
  }
  if (covering.length > 1) return 'several-budgets';
  return covering.some(({ disruptionsAllowed }) => disruptionsAllowed < 1)
    ? 'budget'
    : undefined;
}
