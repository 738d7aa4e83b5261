import { fitNode } from '../fit';
import type { PodShape } from '../model';
import type { NodeState } from '../state';

/**
 * A shape with the share of the demand that it is.
 *
 * @public
 */
export interface ShapeDemand {
  readonly shape: PodShape;
  /** Relative weight, such as the number of pods seen in 30 days. */
  readonly weight: number;
}

/**
 * How much of what is free the demand cannot use.
 *
 * @public
 */
export interface Fragmentation {
  /** Units that are expected to be unusable by a pod drawn from the demand. */
  readonly fragmented: number;
  readonly free: number;
  /** `fragmented` / `free`; absent where nothing is free or no shape asks for the resource. */
  readonly rate: number | undefined;
}

/**
 * Fragmentation by the measure of FGD: for each node and shape, all that is free counts as fragmented where the shape
 * does not fit there. Shapes that ask for none of the resource are left out.
 *
 * @remarks
 * Where a shape fits, the paper counts the rests of devices that are smaller than its share of one device. A unit is
 * handed out whole here, so that there are no such rests.
 *
 * @see Weng et al., "Beware of Fragmentation: Scheduling GPU-Sharing Workloads with Fragmentation Gradient Descent",
 * USENIX ATC 2023, section 3; hkust-adsl/kubernetes-scheduler-simulator pkg/utils/frag.go
 *
 * @public
 */
export function fragmentation(
  nodes: Iterable<NodeState>,
  resource: string,
  demand: readonly ShapeDemand[],
): Fragmentation {
  const concerned = demand.filter(
    ({ shape, weight }) => weight > 0 && (shape.requests[resource] ?? 0) > 0,
  );
  const total = concerned.reduce((sum, { weight }) => sum + weight, 0);
  let fragmented = 0;
  let free = 0;
  for (const state of nodes) {
    const unheld = freeUnits(state, resource);
    if (unheld <= 0) continue;
    free += unheld;
    for (const { shape, weight } of concerned) {
      if (fitNode(shape, state).status !== 'fits') {
        fragmented += (weight / total) * unheld;
      }
    }
  }
  return {
    fragmented,
    free,
    rate: free > 0 && concerned.length > 0 ? fragmented / free : undefined,
  };
}

/**
 * Free units of a resource on a node that the shape which can use most of them would take. Without shapes all that is
 * free counts as usable: nothing is known to the contrary.
 *
 * @public
 */
export function usableUnits(
  state: NodeState,
  resource: string,
  shapes: readonly PodShape[],
): number {
  const free = freeUnits(state, resource);
  const concerned = shapes.filter(
    ({ requests }) => (requests[resource] ?? 0) > 0,
  );
  if (concerned.length === 0) return free;
  let usable = 0;
  for (const shape of concerned) {
    const answer = fitNode(shape, state);
    if (answer.status === 'fits') {
      usable = Math.max(usable, answer.slots * shape.requests[resource]);
    }
    if (usable >= free) break;
  }
  return Math.min(usable, free);
}

function freeUnits({ node, usage, nominated }: NodeState, resource: string) {
  if (node.state !== 'ready') return 0;
  let free =
    (node.allocatable[resource] ?? 0) - (usage.requested[resource] ?? 0);
  for (const pod of nominated.values()) {
    free -= pod.shape.requests[resource] ?? 0;
  }
  return Math.max(0, free);
}
