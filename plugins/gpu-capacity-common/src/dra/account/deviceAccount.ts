import type { AllocationState, DeviceHolder } from '../allocation';
import { countersFit, countersLeft } from '../allocation/remainingCounters';
import {
  deviceProduct,
  type DeviceInventory,
  type DevicePool,
  type DeviceProduct,
  type NodePool,
  type PoolDevice,
} from '../inventory';
import {
  preventingTaints,
  type DeviceNode,
  type DeviceTaint,
} from '../resources';
import { heldFraction } from './heldFraction';
import { physicalDevices } from './physicalDevices';

/**
 * How a device stands: `free`; `allocated` to claims that are used; `leaked`, allocated to claims that nobody uses;
 * `tainted`, so that it is not allocated without a toleration; `counters-used`, unavailable because others hold parts
 * of the same physical device; `unknown`, because its pool is incomplete or contradicts itself.
 *
 * @public
 */
export type DeviceState =
  | 'free'
  | 'allocated'
  | 'leaked'
  | 'tainted'
  | 'counters-used'
  | 'unknown';

/**
 * One device as it is published.
 *
 * @public
 */
export interface DeviceEntry {
  readonly device: PoolDevice;
  readonly state: DeviceState;
  readonly product: DeviceProduct;
  readonly holders: readonly DeviceHolder[];
  /** Those that keep the device from being allocated. */
  readonly taints: readonly DeviceTaint[];
}

/**
 * One physical device, counted once whatever forms of it are published.
 *
 * @public
 */
export interface PhysicalDevice {
  readonly driver: string;
  readonly pool: string;
  /** Name of the whole device where it is published, else of its first form. */
  readonly name: string;
  readonly product: DeviceProduct;
  readonly state: Exclude<DeviceState, 'counters-used'>;
  /** Share that claims hold, from 0 to 1; `undefined` where that is not known. */
  readonly heldFraction: number | undefined;
  readonly holders: readonly DeviceHolder[];
  readonly devices: readonly DeviceEntry[];
}

/**
 * The devices of a node.
 *
 * @public
 */
export interface DeviceAccount {
  readonly devices: readonly PhysicalDevice[];
  /** Pools of which the devices are not, or not all, known. */
  readonly unknownPools: readonly DevicePool[];
}

/**
 * Accounts for each physical device that the node can reach.
 *
 * @public
 */
export function deviceAccount(
  inventory: DeviceInventory,
  state: AllocationState,
  node: DeviceNode,
): DeviceAccount {
  const pools = inventory.poolsOfNode(node);
  return {
    devices: pools.flatMap(nodePool => physicalAccounts(nodePool, state)),
    unknownPools: pools
      .map(({ pool }) => pool)
      .filter(pool => pool.state !== 'complete'),
  };
}

function physicalAccounts(
  { pool, devices }: NodePool,
  state: AllocationState,
): readonly PhysicalDevice[] {
  const left = countersLeft(pool, state);
  const stateOf = (device: PoolDevice): DeviceState => {
    if (pool.state !== 'complete') return 'unknown';
    if (state.isAllocated(device.key)) {
      return isLeaked(state.holders(device.id)) ? 'leaked' : 'allocated';
    }
    if (preventingTaints(device.taints, []).length > 0) return 'tainted';
    return countersFit(left, device) ? 'free' : 'counters-used';
  };
  return physicalDevices(devices).map(forms => {
    const entries = forms.map(device => ({
      device,
      state: stateOf(device),
      product: deviceProduct(device),
      holders: state.holders(device.id),
      taints: preventingTaints(device.taints, []),
    }));
    const whole =
      entries.find(({ product }) => product.kind === 'whole') ?? entries[0];
    return {
      driver: pool.driver,
      pool: pool.name,
      name: whole.device.name,
      product: whole.product,
      state: physicalState(entries.map(entry => entry.state)),
      heldFraction:
        pool.state === 'complete'
          ? heldFraction(forms, pool, state, left)
          : undefined,
      holders: entries.flatMap(({ holders }) => holders),
      devices: entries,
    };
  });
}

/** The first of these that any form is in says how the physical device stands. */
const PRECEDENCE = [
  'unknown',
  'allocated',
  'leaked',
  'free',
  'tainted',
] as const;

function physicalState(
  states: readonly DeviceState[],
): PhysicalDevice['state'] {
  return PRECEDENCE.find(state => states.includes(state)) ?? 'unknown';
}

function isLeaked(holders: readonly DeviceHolder[]): boolean {
  return (
    holders.length > 0 &&
    holders.every(({ consumers }) => consumers.length === 0)
  );
}
