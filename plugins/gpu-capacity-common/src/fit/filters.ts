import type { ClusterNode, PodShape } from '../model';
import type { NodeUsage } from '../state';
import type { FilterPlugin, Refusal } from './FilterPlugin';
import { hostPorts } from './hostPorts';
import { nodeAffinity } from './nodeAffinity';
import { nodeName } from './nodeName';
import { nodeResources } from './nodeResources';
import { nodeUnschedulable } from './nodeUnschedulable';
import { taintToleration } from './taintToleration';

/**
 * The filters of the scheduler in its own order. Volumes, topology spread and inter-pod affinity, which come after
 * them, are not evaluated; claims come last.
 *
 * @see kubernetes/kubernetes pkg/scheduler/apis/config/v1/default_plugins.go, `getDefaultPlugins`
 */
export const FILTERS: readonly FilterPlugin[] = [
  nodeUnschedulable,
  nodeName,
  taintToleration,
  nodeAffinity,
  hostPorts,
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
