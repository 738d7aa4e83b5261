import type { NodeState } from '../state';

/** Numbers of devices for which slots are counted. @public */
export const PRESET_SIZES = [1, 2, 4, 8] as const;

/**
 * Slots of some size in a pool.
 *
 * @public
 */
export interface PresetSlots {
  readonly devices: number;
  /** Pods that fit together. */
  readonly slots: number;
  /** Nodes that take at least one. */
  readonly nodes: number;
}

/**
 * A node with its devices of one kind, however they are asked for.
 *
 * @public
 */
export interface DevicesOnNode {
  readonly state: NodeState;
  readonly owned: number;
  /** Not held and not spoken for. */
  readonly free: number;
  /** Share of the CPU and memory of the node that goes with one device; its share of `owned` by default. */
  readonly shareOfNode?: number;
}

/**
 * How many pods of 1, 2, 4 and 8 devices fit, each with its share of the CPU and memory of the node: a quarter of the
 * devices comes with a quarter of the node. Assumes that the pods tolerate the taints of the pool.
 *
 * @public
 */
export function presetSlots(
  nodes: Iterable<DevicesOnNode>,
): readonly PresetSlots[] {
  const found = PRESET_SIZES.map(devices => ({ devices, slots: 0, nodes: 0 }));
  for (const node of nodes) {
    for (const preset of found) {
      const slots = slotsOn(node, preset.devices);
      preset.slots += slots;
      preset.nodes += slots > 0 ? 1 : 0;
    }
  }
  return found;
}

const SHARED = ['cpu', 'memory'] as const;

function slotsOn(
  {
    state: { node, usage, nominated },
    owned,
    free,
    shareOfNode,
  }: DevicesOnNode,
  devices: number,
): number {
  if (node.state !== 'ready' || owned < devices) return 0;
  const promised = (name: string) =>
    [...nominated.values()].reduce(
      (sum, pod) => sum + (pod.shape.requests[name] ?? 0),
      0,
    );
  const limits = [
    Math.floor(free / devices),
    (node.allocatable.pods ?? 0) - usage.pods - nominated.size,
    ...SHARED.map(name => {
      const share =
        (node.allocatable[name] ?? 0) * devices * (shareOfNode ?? 1 / owned);
      const left =
        (node.allocatable[name] ?? 0) -
        (usage.requested[name] ?? 0) -
        promised(name);
      return share > 0 ? Math.floor(left / share) : Infinity;
    }),
  ];
  return Math.max(0, Math.min(...limits));
}
