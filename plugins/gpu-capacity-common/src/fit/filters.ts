import type { ClusterNode, PodShape } from '../model';
import type { NodeUsage } from '../state';
import type { FilterPlugin, Refusal } from './FilterPlugin';
import { hostPorts } from './hostPorts';
import { nodeAffinity } from './nodeAffinity';
import { nodeName } from './nodeName';
import { nodeResources, shortReasons } from './nodeResources';
import { nodeUnschedulable } from './nodeUnschedulable';
import { taintToleration } from './taintToleration';

/** Filters that say one thing only, so that a refusal of theirs costs nothing. */
const PLAIN_FILTERS: readonly FilterPlugin[] = [
  nodeUnschedulable,
  nodeName,
  taintToleration,
  nodeAffinity,
  hostPorts,
];

/**
 * The filters of the scheduler in its own order. Volumes, topology spread and inter-pod affinity, which come after
 * them, are not evaluated; claims come last.
 *
 * @see kubernetes/kubernetes pkg/scheduler/apis/config/v1/default_plugins.go, `getDefaultPlugins`
 */
export const FILTERS: readonly FilterPlugin[] = [
  ...PLAIN_FILTERS,
  nodeResources,
];

/** Filters that look at what a node is and not at what is taken of it: no pod that leaves changes their answer. */
export const STATIC_FILTERS: readonly FilterPlugin[] = [
  nodeUnschedulable,
  nodeName,
  taintToleration,
  nodeAffinity,
];

/** The first refusal: only one filter speaks for a node. */
export function firstRefusal(
  shape: PodShape,
  node: ClusterNode,
  usage: NodeUsage,
  filters: readonly FilterPlugin[] = FILTERS,
): Refusal | undefined {
  for (const filter of filters) {
    const refusal = filter.refuse(shape, node, usage);
    if (refusal) return refusal;
  }
  return undefined;
}

/**
 * The reasons of {@link firstRefusal}. Where thousands of nodes are only counted, nothing is made for each of them; equal
 * reasons are one list.
 */
export function reasonsAgainst(
  shape: PodShape,
  node: ClusterNode,
  usage: NodeUsage,
): readonly string[] | undefined {
  const refusal = firstRefusal(shape, node, usage, PLAIN_FILTERS);
  if (refusal) return refusal.reasons;
  const reasons = shortReasons(shape, node, usage);
  return reasons.length === 0 ? undefined : reasons;
}
