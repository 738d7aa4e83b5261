import type { ClusterNode, PodShape } from '../model';
import type { NodeUsage } from '../state';
import type { FilterPlugin, Refusal, Shortage } from './FilterPlugin';
import { wantedAmounts, wantedBy } from './wantedAmounts';

type Delegated = ReadonlySet<string>;

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
  delegated?: Delegated,
): readonly Shortage[] {
  const shortages: Shortage[] = [];
  const pods = node.allocatable.pods ?? 0;
  if (usage.pods + 1 > pods) {
    shortages.push({
      resource: 'pods',
      requested: 1,
      free: pods - usage.pods,
      allocatable: pods,
    });
  }
  for (const { resource, requested } of wantedAmounts(shape)) {
    const allocatable = node.allocatable[resource] ?? 0;
    const free = allocatable - (usage.requested[resource] ?? 0);
    if (requested <= free) continue;
    if (allocatable <= 0 && delegated?.has(resource)) continue;
    shortages.push({ resource, requested, free, allocatable });
  }
  return shortages;
}

/**
 * How many more pods of a shape the amounts of a node allow.
 */
export function slotsByResources(
  shape: PodShape,
  node: ClusterNode,
  usage: NodeUsage,
  delegated?: Delegated,
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

/** The reasons of {@link shortagesOf}, in its order, without making anything of a node that others have in common. */
export function shortReasons(
  shape: PodShape,
  { allocatable }: ClusterNode,
  usage: NodeUsage,
  delegated?: Delegated,
): readonly string[] {
  const { amounts, noReasons } = wantedBy(shape);
  let list =
    usage.pods + 1 > (allocatable.pods ?? 0)
      ? noReasons.and('Too many pods')
      : noReasons;
  for (const { resource, requested, reason } of amounts) {
    const has = allocatable[resource] ?? 0;
    if (requested <= has - (usage.requested[resource] ?? 0)) continue;
    if (has <= 0 && delegated?.has(resource)) continue;
    list = list.and(reason);
  }
  return list.reasons;
}

/** Most nodes refuse most shapes, and hardly anybody asks by how much: the amounts are worked out when somebody does. */
class ResourceRefusal implements Refusal {
  readonly plugin = 'NodeResourcesFit';
  readonly reasons: readonly string[];
  readonly #shortages: () => readonly Shortage[];

  constructor(
    reasons: readonly string[],
    shortages: () => readonly Shortage[],
  ) {
    this.reasons = reasons;
    this.#shortages = shortages;
  }

  get shortages(): readonly Shortage[] {
    return this.#shortages();
  }
}

/** {@link nodeResources}, where some resources are had through device classes. */
export function refusalByResources(
  shape: PodShape,
  node: ClusterNode,
  usage: NodeUsage,
  delegated?: Delegated,
): Refusal | undefined {
  const reasons = shortReasons(shape, node, usage, delegated);
  return reasons.length === 0
    ? undefined
    : new ResourceRefusal(reasons, () =>
        shortagesOf(shape, node, usage, delegated),
      );
}

/** @see kubernetes/kubernetes pkg/scheduler/framework/plugins/noderesources/fit.go */
export const nodeResources: FilterPlugin = {
  name: 'NodeResourcesFit',
  refuse: (shape, node, usage) => refusalByResources(shape, node, usage),
};
