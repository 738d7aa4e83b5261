import type { ClusterNode, PodShape } from '../model';
import type { NodeUsage } from '../state';
import type { FilterPlugin, Shortage } from './FilterPlugin';

/** Names that the scheduler knows by themselves; of the others only scalar resources are checked. */
const NATIVE = ['cpu', 'memory', 'ephemeral-storage'];

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
  for (const resource of Object.keys(shape.requests)) {
    const requested = shape.requests[resource];
    if (requested <= 0 || !isChecked(resource)) continue;
    const allocatable = node.allocatable[resource] ?? 0;
    if (delegated?.has(resource) && allocatable <= 0) continue;
    const free = allocatable - (usage.requested[resource] ?? 0);
    if (requested > free) {
      shortages.push({ resource, requested, free, allocatable });
    }
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
  delegated?: ReadonlySet<string>,
): number {
  let slots = Math.max(0, (node.allocatable.pods ?? 0) - usage.pods);
  for (const resource of Object.keys(shape.requests)) {
    const requested = shape.requests[resource];
    if (requested <= 0 || !isChecked(resource)) continue;
    const allocatable = node.allocatable[resource] ?? 0;
    if (delegated?.has(resource) && allocatable <= 0) continue;
    const free = allocatable - (usage.requested[resource] ?? 0);
    slots = Math.min(slots, Math.max(0, Math.floor(free / requested)));
  }
  return slots;
}

/** As the scheduler words it. */
export function shortageReason({ resource }: Shortage): string {
  return resource === 'pods' ? 'Too many pods' : `Insufficient ${resource}`;
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

/**
 * Extended resources, huge pages and volumes that are attached; anything else of the cluster's own is ignored.
 *
 * @see kubernetes/kubernetes pkg/scheduler/util/utils.go, `IsScalarResourceName`
 */
function isChecked(resource: string): boolean {
  return (
    NATIVE.includes(resource) ||
    resource.includes('/') ||
    resource.startsWith('hugepages-') ||
    resource.startsWith('attachable-volumes-')
  );
}
