import type { ClusterNode, PodShape } from '../model';
import type { NodeUsage } from '../state';
import type { FilterPlugin, Shortage } from './FilterPlugin';
import { wantedAmounts } from './wantedAmounts';

const NO_SHORTAGES: readonly Shortage[] = [];

/**
 * What a node has too little of for one more pod. A resource that is asked for as zero is not checked, even where more
 * is held than the node has.
 *
 * @param delegated - resources that are had through a device class on nodes whose device plugin does not offer them
 *
 * @see kubernetes/kubernetes pkg/scheduler/framework/plugins/noderesources/fit.go, `fitsRequest`
 */
export function shortagesOf(
  shape: PodShape,
  node: ClusterNode,
  usage: NodeUsage,
  delegated?: ReadonlySet<string>,
): readonly Shortage[] {
  let shortages: Shortage[] | undefined;
  const pods = node.allocatable.pods ?? 0;
  if (usage.pods + 1 > pods) {
    shortages = [
      {
        resource: 'pods',
        requested: 1,
        free: pods - usage.pods,
        allocatable: pods,
      },
    ];
  }
  for (const { resource, requested } of wantedAmounts(shape)) {
    const allocatable = node.allocatable[resource] ?? 0;
    const free = allocatable - (usage.requested[resource] ?? 0);
    if (requested <= free) continue;
    if (allocatable <= 0 && delegated?.has(resource)) continue;
    shortages ??= [];
    shortages.push({ resource, requested, free, allocatable });
  }
  return shortages ?? NO_SHORTAGES;
}

/**
 * How many more pods of a shape the amounts of a node allow.
 */
export function slotsByResources(
  shape: PodShape,
  node: ClusterNode,
  usage: NodeUsage,
  delegated?: ReadonlySet<string>,
): number {
  let slots = Math.max(0, (node.allocatable.pods ?? 0) - usage.pods);
  for (const { resource, requested } of wantedAmounts(shape)) {
    const allocatable = node.allocatable[resource] ?? 0;
    if (allocatable <= 0 && delegated?.has(resource)) continue;
    const free = allocatable - (usage.requested[resource] ?? 0);
    slots = Math.min(slots, Math.max(0, Math.floor(free / requested)));
  }
  return slots;
}

const REASONS = new Map([['pods', 'Too many pods']]);

/** As the scheduler words it. */
export function shortageReason({ resource }: Shortage): string {
  const known = REASONS.get(resource);
  if (known !== undefined) return known;
  const reason = `Insufficient ${resource}`;
  REASONS.set(resource, reason);
  return reason;
}

/** @see kubernetes/kubernetes pkg/scheduler/framework/plugins/noderesources/fit.go */
export const nodeResources: FilterPlugin = {
  name: 'NodeResourcesFit',
  refuse(shape, node, usage) {
    const shortages = shortagesOf(shape, node, usage);
    return shortages.length === 0
      ? undefined
      : {
          plugin: nodeResources.name,
          reasons: shortages.map(shortageReason),
          shortages,
        };
  },
};
