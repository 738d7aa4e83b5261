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
 * How many pods of 1, 2, 4 and 8 devices fit, each with its share of the CPU and memory of the node: a quarter of the
 * devices comes with a quarter of the node. Assumes that the pods tolerate the taints of the pool.
 *
 * @param resource - by which the devices are asked for
 *
 * @public
 */
export function presetSlots(
  nodes: Iterable<NodeState>,
  resource: string,
): readonly PresetSlots[] {
  const found = PRESET_SIZES.map(devices => ({ devices, slots: 0, nodes: 0 }));
  for (const state of nodes) {
    for (const preset of found) {
      const slots = slotsOn(state, resource, preset.devices);
      preset.slots += slots;
      preset.nodes += slots > 0 ? 1 : 0;
    }
  }
  return found;
}

const SHARED = ['cpu', 'memory'] as const;

function slotsOn(
  { node, usage, nominated }: NodeState,
  resource: string,
  devices: number,
): number {
  const all = node.allocatable[resource] ?? 0;
  if (node.state !== 'ready' || all < devices) return 0;
  const promised = (name: string) =>
    [...nominated.values()].reduce(
      (sum, pod) => sum + (pod.shape.requests[name] ?? 0),
      0,
    );
  const free = (name: string) =>
    (node.allocatable[name] ?? 0) -
    (usage.requested[name] ?? 0) -
    promised(name);
  const limits = [
    Math.floor(free(resource) / devices),
    (node.allocatable.pods ?? 0) - usage.pods - nominated.size,
    ...SHARED.map(name => {
      const share = ((node.allocatable[name] ?? 0) * devices) / all;
      return share > 0 ? Math.floor(free(name) / share) : Infinity;
    }),
  ];
  return Math.max(0, Math.min(...limits));
}
