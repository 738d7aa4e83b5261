import type { AcceleratorNode, AcceleratorPod } from '../model';

/**
 * Where the units of one resource on one node are. `capacity` = `held` + `free` + `blocked` + `lost` + `unknown`, save
 * where more is held than the node now says it has.
 *
 * @public
 */
export interface ResourceAccount {
  readonly capacity: number;
  readonly allocatable: number;
  /** Held by pods that are bound to the node, also while they are being deleted. */
  readonly held: number;
  /** Not held, on a node that takes pods. */
  readonly free: number;
  /** Not held, on a node that is cordoned or not ready. */
  readonly blocked: number;
  /** Registered and not allocatable: broken hardware, or hardware taken away. */
  readonly lost: number;
  /** Not held, on a node whose state is not known. */
  readonly unknown: number;
}

/** An account in which nothing is. */
export const EMPTY_ACCOUNT: ResourceAccount = {
  capacity: 0,
  allocatable: 0,
  held: 0,
  free: 0,
  blocked: 0,
  lost: 0,
  unknown: 0,
};

/**
 * Accounts for one resource of a node.
 *
 * @param heldUnits - units that the pods bound to the node hold
 */
export function accountOf(
  node: AcceleratorNode,
  resource: string,
  heldUnits: number,
): ResourceAccount {
  const capacity = node.capacity[resource] ?? 0;
  const allocatable = node.allocatable[resource] ?? 0;
  // A pod keeps its devices when one of them fails: what is held is not lost as well.
  const idle = Math.max(0, allocatable - heldUnits);
  const lost = Math.max(0, capacity - Math.max(allocatable, heldUnits));
  return {
    ...EMPTY_ACCOUNT,
    capacity,
    allocatable,
    held: heldUnits,
    lost,
    ...(node.state === 'ready' && { free: idle }),
    ...(node.state === 'unknown' && { unknown: idle }),
    ...((node.state === 'cordoned' || node.state === 'not-ready') && {
      blocked: idle,
    }),
  };
}

/** Units of each resource that pods hold, by node. */
export function heldByNode(
  pods: Iterable<AcceleratorPod>,
): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const held = new Map<string, Record<string, number>>();
  for (const pod of pods) {
    if (!pod.node) continue;
    const counts = held.get(pod.node) ?? {};
    for (const [resource, count] of Object.entries(pod.accelerators)) {
      counts[resource] = (counts[resource] ?? 0) + count;
    }
    held.set(pod.node, counts);
  }
  return held;
}

/** Sum of two accounts. */
export function addAccounts(
  a: ResourceAccount,
  b: ResourceAccount,
): ResourceAccount {
  return {
    capacity: a.capacity + b.capacity,
    allocatable: a.allocatable + b.allocatable,
    held: a.held + b.held,
    free: a.free + b.free,
    blocked: a.blocked + b.blocked,
    lost: a.lost + b.lost,
    unknown: a.unknown + b.unknown,
  };
}
