import type { DevicePool, PoolDevice } from '../inventory';
import type { CounterConsumption, DeviceAmounts } from '../resources';
import type { AllocationState } from './AllocationState';

/** What is left of counters, by counter set and counter; negative where more is allocated than there is. */
export type CounterSets = Map<string, Map<string, number>>;

/**
 * What is left of the counters of a pool: all of them less what its allocated devices consume, in thousandths of a
 * unit.
 *
 * @public
 */
export function remainingCounters(
  pool: DevicePool,
  state: AllocationState,
): ReadonlyMap<string, DeviceAmounts> {
  return countersLeft(pool, state);
}

/** As {@link remainingCounters}, for a search to change. */
export function countersLeft(
  pool: DevicePool,
  state: AllocationState,
): CounterSets {
  const left: CounterSets = new Map(
    [...pool.counterSets].map(([name, counters]) => [name, new Map(counters)]),
  );
  if (left.size === 0) return left;
  for (const { key, consumesCounters } of pool.devices) {
    if (consumesCounters.length > 0 && state.isAllocated(key)) {
      changeCounters(left, consumesCounters, -1);
    }
  }
  return left;
}

/** Takes what a device consumes, or gives it back. */
export function changeCounters(
  left: CounterSets,
  consumption: readonly CounterConsumption[],
  sign: 1 | -1,
): void {
  for (const { counterSet, counters } of consumption) {
    const set = left.get(counterSet);
    for (const [name, amount] of counters) {
      const remaining = set?.get(name);
      if (remaining !== undefined) set?.set(name, remaining + sign * amount);
    }
  }
}

/** Whether the counters that the device consumes still suffice for it. */
export function countersFit(left: CounterSets, device: PoolDevice): boolean {
  return device.consumesCounters.every(({ counterSet, counters }) =>
    [...counters].every(
      ([name, amount]) => amount <= (left.get(counterSet)?.get(name) ?? 0),
    ),
  );
}
