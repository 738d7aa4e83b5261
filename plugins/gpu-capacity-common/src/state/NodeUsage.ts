import type { HostPort, PodShape, ResourceAmounts } from '../model';

/**
 * What the pods of a node take of it, together.
 *
 * @public
 */
export interface NodeUsage {
  /** Sum of the effective requests. */
  readonly requested: ResourceAmounts;
  readonly pods: number;
  readonly ports: readonly HostPort[];
}

/** Nothing is taken. @public */
export const NO_USAGE: NodeUsage = { requested: {}, pods: 0, ports: [] };

/**
 * The usage with more pods of a shape, or fewer where `count` is negative.
 *
 * @public
 */
export function usageWith(
  usage: NodeUsage,
  shape: PodShape,
  count: number = 1,
): NodeUsage {
  if (count === 0) return usage;
  const requested: Record<string, number> = { ...usage.requested };
  for (const [resource, amount] of Object.entries(shape.requests)) {
    requested[resource] = (requested[resource] ?? 0) + count * amount;
  }
  return {
    requested,
    pods: usage.pods + count,
    ports: portsWith(usage.ports, shape.hostPorts, count),
  };
}

function portsWith(
  ports: readonly HostPort[],
  changed: readonly HostPort[],
  count: number,
): readonly HostPort[] {
  if (changed.length === 0) return ports;
  if (count > 0) {
    return [...ports, ...Array.from({ length: count }, () => changed).flat()];
  }
  const left = [...ports];
  for (const port of Array.from({ length: -count }, () => changed).flat()) {
    const index = left.findIndex(
      other =>
        other.port === port.port &&
        other.protocol === port.protocol &&
        other.ip === port.ip,
    );
    if (index >= 0) left.splice(index, 1);
  }
  return left;
}
