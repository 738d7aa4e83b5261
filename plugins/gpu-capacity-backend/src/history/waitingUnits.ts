import type {
  ClusterPod,
  NodeState,
  PodShape,
} from '@fairway/plugin-gpu-capacity-common';

/** Nodes with units of one resource. */
interface Place {
  readonly resource: string;
  readonly nodes: ReadonlyArray<{ readonly state: NodeState }>;
}

/**
 * Units that pods without a node wait for, by the place that they can only mean. Pods that would take several places are
 * counted in none: nobody knows where they will be. Only the node selector is looked at.
 */
export function waitingUnits<T extends Place>(
  places: readonly T[],
  unbound: Iterable<ClusterPod>,
): ReadonlyMap<T, number> {
  const units = new Map<T, number>();
  // Pods of one template share their shape, and there can be very many of them.
  const known = new Map<PodShape, readonly T[]>();
  for (const { shape, holding } of unbound) {
    if (holding !== 'pending') continue;
    const meant = known.get(shape) ?? placesOf(shape, places);
    known.set(shape, meant);
    for (const place of meant) {
      const asked = shape.requests[place.resource];
      units.set(place, (units.get(place) ?? 0) + asked);
    }
  }
  return units;
}

function placesOf<T extends Place>(
  shape: PodShape,
  places: readonly T[],
): readonly T[] {
  const selector = Object.entries(shape.nodeSelector);
  const possible = places.filter(
    ({ resource, nodes }) =>
      (shape.requests[resource] ?? 0) > 0 &&
      nodes.some(({ state }) =>
        selector.every(([key, value]) => state.node.labels[key] === value),
      ),
  );
  return possible.filter(
    place =>
      possible.filter(({ resource }) => resource === place.resource).length ===
      1,
  );
}
