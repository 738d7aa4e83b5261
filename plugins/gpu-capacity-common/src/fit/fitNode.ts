import type { PodShape } from '../model';
import { usageWith, type NodeState, type NodeUsage } from '../state';
import type { ClaimEvaluator } from './ClaimEvaluator';
import { firstRefusal } from './filters';
import type { Refusal } from './FilterPlugin';
import {
  nodeResources,
  refusalByResources,
  slotsByResources,
} from './nodeResources';

/**
 * How many pods of a shape a node takes.
 *
 * @public
 */
export type NodeFit =
  | { readonly status: 'fits'; readonly slots: number }
  | { readonly status: 'refused'; readonly refusal: Refusal }
  | { readonly status: 'unknown'; readonly reason: string };

/**
 * @public
 */
export interface FitNodeOptions {
  readonly claims?: ClaimEvaluator;
  /** More pods than these are not looked for; no limit by default. */
  readonly atMost?: number;
  /** The pod itself, where it exists already: room that is made for it is its own. */
  readonly uid?: string;
}

/**
 * What is taken of a node as a pod of some priority sees it: it yields to those of the same or a higher one for which
 * the scheduler makes room there.
 *
 * @see kubernetes/kubernetes pkg/scheduler/framework/runtime/framework.go, `RunFilterPluginsWithNominatedPods`
 *
 * @public
 */
export function usageSeenBy(
  shape: PodShape,
  state: NodeState,
  uid?: string,
): NodeUsage {
  let usage = state.usage;
  for (const pod of state.nominated.values()) {
    if (pod.shape.priority >= shape.priority && pod.uid !== uid) {
      usage = usageWith(usage, pod.shape);
    }
  }
  return usage;
}

/**
 * How many pods of a shape a node takes, or why none.
 *
 * @public
 */
export function fitNode(
  shape: PodShape,
  state: NodeState,
  options: FitNodeOptions = {},
): NodeFit {
  const usage =
    state.nominated.size === 0
      ? state.usage
      : usageSeenBy(shape, state, options.uid);
  return fitOn(shape, state, usage, options);
}

/** {@link fitNode}, with another usage than the node has. */
export function fitOn(
  shape: PodShape,
  { node }: NodeState,
  usage: NodeUsage,
  { claims, atMost = Infinity }: FitNodeOptions = {},
): NodeFit {
  const delegated = claims?.delegated;
  const refusal = delegated?.size
    ? refusalWithDelegation(shape, node, usage, delegated)
    : firstRefusal(shape, node, usage);
  if (refusal) return { status: 'refused', refusal };
  // A port of the node can be taken once.
  const most = shape.hostPorts.length > 0 ? 1 : atMost;
  const slots = Math.min(most, slotsByResources(shape, node, usage, delegated));
  return claims?.isConcerned(shape, node)
    ? fitClaims(claims, shape, node, slots)
    : { status: 'fits', slots };
}

/** Why a node takes no more pods of a shape when it has taken `slots` of them. */
export function refusalAfter(
  shape: PodShape,
  { node }: NodeState,
  usage: NodeUsage,
  options: { readonly slots: number; readonly claims?: ClaimEvaluator },
): Refusal | undefined {
  const { slots, claims } = options;
  const full = usageWith(usage, shape, slots);
  const refusal = claims?.delegated.size
    ? refusalWithDelegation(shape, node, full, claims.delegated)
    : firstRefusal(shape, node, full);
  if (refusal || !claims?.isConcerned(shape, node)) return refusal;
  const answer = claims.evaluate(shape, node, slots + 1);
  return answer.status === 'known' ? claimRefusal(answer.reason) : undefined;
}

function fitClaims(
  claims: ClaimEvaluator,
  shape: PodShape,
  node: NodeState['node'],
  atMost: number,
): NodeFit {
  const answer = claims.evaluate(shape, node, atMost);
  if (answer.status === 'unknown') return answer;
  return answer.slots > 0
    ? { status: 'fits', slots: Math.min(atMost, answer.slots) }
    : { status: 'refused', refusal: claimRefusal(answer.reason) };
}

function claimRefusal(reason: string): Refusal {
  return { plugin: 'DynamicResources', reasons: [reason], shortages: [] };
}

function refusalWithDelegation(
  shape: PodShape,
  node: NodeState['node'],
  usage: NodeUsage,
  delegated: ReadonlySet<string>,
): Refusal | undefined {
  const refusal = firstRefusal(shape, node, usage);
  if (refusal?.plugin !== nodeResources.name) return refusal;
  return refusalByResources(shape, node, usage, delegated);
}
