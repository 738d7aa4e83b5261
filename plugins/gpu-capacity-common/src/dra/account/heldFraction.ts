import type { AllocationState } from '../allocation';
import { deviceProduct, type DevicePool, type PoolDevice } from '../inventory';
import { AMOUNTS_PER_UNIT, type DeviceAmounts } from '../resources';

/**
 * The share of a physical device that is held, from 0 to 1: of its counters the scarcest one (counters of one unit
 * only mark places and count together), of a shared device the scarcest capacity, of partitions without counters their
 * memory.
 *
 * @param devices - the forms of one physical device
 * @param left - what is left of the counters of the pool
 */
export function heldFraction(
  devices: readonly PoolDevice[],
  pool: DevicePool,
  state: AllocationState,
  left: ReadonlyMap<string, DeviceAmounts>,
): number {
  const held = devices.filter(({ key }) => state.isAllocated(key));
  if (held.length === 0) return 0;
  const counted = countedFraction(devices, pool, left);
  if (counted !== undefined) return Math.min(1, counted);
  const partitions = devices.filter(
    device => deviceProduct(device).kind === 'partition',
  );
  if (partitions.length > 0 && held.every(d => partitions.includes(d))) {
    return partitionFraction(held, partitions);
  }
  return Math.max(...held.map(device => consumedFraction(device, state)));
}

function countedFraction(
  devices: readonly PoolDevice[],
  pool: DevicePool,
  left: ReadonlyMap<string, DeviceAmounts>,
): number | undefined {
  const counterSets = new Set(
    devices.flatMap(({ consumesCounters }) =>
      consumesCounters.map(({ counterSet }) => counterSet),
    ),
  );
  const counters = [...counterSets].flatMap(name =>
    [...(pool.counterSets.get(name) ?? [])].map(([counter, total]) => ({
      total,
      used: total - (left.get(name)?.get(counter) ?? total),
    })),
  );
  const divisible = counters.filter(({ total }) => total > AMOUNTS_PER_UNIT);
  if (divisible.length > 0) {
    return Math.max(...divisible.map(({ used, total }) => used / total));
  }
  const marks = counters.filter(({ total }) => total > 0);
  return marks.length > 0
    ? sumOf(marks.map(({ used }) => used)) /
        sumOf(marks.map(({ total }) => total))
    : undefined;
}

function partitionFraction(
  held: readonly PoolDevice[],
  partitions: readonly PoolDevice[],
): number {
  const memory = (devices: readonly PoolDevice[]) =>
    sumOf(devices.map(device => deviceProduct(device).memoryBytes ?? 0));
  const total = memory(partitions);
  return total > 0 ? memory(held) / total : held.length / partitions.length;
}

function consumedFraction(
  { key, capacity }: PoolDevice,
  state: AllocationState,
): number {
  const consumed = state.consumedCapacity(key);
  if (!consumed || state.isExclusive(key)) return 1;
  const shares = [...consumed].map(([name, amount]) => {
    const total = capacity.get(name)?.value ?? 0;
    return total > 0 ? amount / total : 0;
  });
  return Math.min(1, Math.max(0, ...shares));
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
