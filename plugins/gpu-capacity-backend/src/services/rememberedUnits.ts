import {
  usableUnits,
  type ClusterNode,
  type NodeState,
  type NodeUsage,
  type PodShape,
} from '@fairway/plugin-gpu-capacity-common';

interface Known {
  readonly usage: NodeUsage;
  readonly units: Map<string, number>;
}

/**
 * Says how many free units of a resource some of these shapes could take on a node. Each shape is tried, so that is
 * remembered as long as the node and what is taken of it are the same ones: ledgers are also made anew for other reasons.
 */
export function rememberedUnits(
  shapes: readonly PodShape[],
): (state: NodeState, resource: string) => number {
  const known = new WeakMap<ClusterNode, Known>();
  return (state, resource) => {
    // Room that is made for pods counts as taken too, and is no part of the usage.
    if (state.nominated.size > 0) return usableUnits(state, resource, shapes);
    const { node, usage } = state;
    const found = known.get(node);
    const units = found?.usage === usage ? found.units : new Map();
    if (units !== found?.units) known.set(node, { usage, units });
    const remembered = units.get(resource);
    if (remembered !== undefined) return remembered;
    const fresh = usableUnits(state, resource, shapes);
    units.set(resource, fresh);
    return fresh;
  };
}
