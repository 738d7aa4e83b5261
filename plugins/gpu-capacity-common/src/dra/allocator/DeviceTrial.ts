import type { AllocationState } from '../allocation';
import { capacityFits } from '../allocation/consumableCapacity';
import {
  changeCounters,
  countersFit,
  countersLeft,
  type CounterSets,
} from '../allocation/remainingCounters';
import type { DevicePool, PoolDevice } from '../inventory';
import type { DeviceAmounts } from '../resources';
import { addDeviceAmounts } from '../resources/deviceAmounts';

/** What a search wants of a device. */
export interface Wish {
  readonly claimIndex: number;
  readonly adminAccess: boolean;
  readonly consumption: DeviceAmounts;
}

interface PoolCounters {
  readonly left: CounterSets;
  /** More is allocated than there is; the scheduler then allocates nothing more that consumes counters. */
  readonly overdrawn: boolean;
}

/**
 * What a search has taken so far, on top of what is allocated. Everything that is taken can be given back.
 *
 * @see kubernetes/dynamic-resource-allocation structured/internal/incubating/allocator_incubating.go, `allocateDevice`
 */
export class DeviceTrial {
  readonly #state: AllocationState;
  /** Claims that take a whole device, by device. */
  readonly #taken = new Map<string, number[]>();
  readonly #capacity = new Map<string, DeviceAmounts>();
  readonly #counters = new Map<DevicePool, PoolCounters>();

  constructor(state: AllocationState) {
    this.#state = state;
  }

  /** Whether nobody has the device who keeps this claim from it; a first, cheap check. */
  isOpen({ key }: PoolDevice, { claimIndex, adminAccess }: Wish): boolean {
    const takers = this.#taken.get(key);
    return adminAccess
      ? !takers?.includes(claimIndex)
      : !takers?.length && !this.#state.isExclusive(key);
  }

  /** Takes a device that is open where its capacity and the counters of its pool allow. */
  take(
    device: PoolDevice,
    pool: DevicePool,
    { claimIndex, consumption }: Wish,
  ): (() => void) | undefined {
    const { key, allowMultipleAllocations } = device;
    const allocated = this.#state.consumedCapacity(key);
    const taken = this.#capacity.get(key);
    if (!capacityFits(consumption, sum(allocated, taken), device.capacity)) {
      return undefined;
    }
    const inShares = allowMultipleAllocations && (allocated ?? taken);
    const giveBack = inShares ? () => {} : this.#takeCounters(device, pool);
    if (!giveBack) return undefined;
    if (allowMultipleAllocations) {
      this.#capacity.set(key, sum(taken, consumption) ?? consumption);
      return () => {
        giveBack();
        if (taken) this.#capacity.set(key, taken);
        else this.#capacity.delete(key);
      };
    }
    const takers = this.#taken.get(key) ?? [];
    this.#taken.set(key, [...takers, claimIndex]);
    return () => {
      giveBack();
      this.#taken.set(key, takers);
    };
  }

  #takeCounters(
    device: PoolDevice,
    pool: DevicePool,
  ): (() => void) | undefined {
    const { consumesCounters } = device;
    if (consumesCounters.length === 0) return () => {};
    const { left, overdrawn } = this.#countersOf(pool);
    if (overdrawn || !countersFit(left, device)) return undefined;
    changeCounters(left, consumesCounters, -1);
    return () => changeCounters(left, consumesCounters, 1);
  }

  #countersOf(pool: DevicePool): PoolCounters {
    const known = this.#counters.get(pool);
    if (known) return known;
    const left = countersLeft(pool, this.#state);
    const overdrawn = [...left.values()].some(counters =>
      [...counters.values()].some(amount => amount < 0),
    );
    const counters = { left, overdrawn };
    this.#counters.set(pool, counters);
    return counters;
  }
}

function sum(
  a: DeviceAmounts | undefined,
  b: DeviceAmounts | undefined,
): DeviceAmounts | undefined {
  return a && b ? addDeviceAmounts(a, b) : a ?? b;
}
