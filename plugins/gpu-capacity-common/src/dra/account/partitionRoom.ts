import type { AllocationState } from '../allocation';
import {
  changeCounters,
  countersFit,
  countersLeft,
  type CounterSets,
} from '../allocation/remainingCounters';
import {
  deviceProduct,
  type DeviceInventory,
  type DeviceProduct,
  type NodePool,
  type PoolDevice,
} from '../inventory';
import { preventingTaints, type DeviceNode } from '../resources';
import { physicalDevices } from './physicalDevices';

/**
 * How many devices of one kind can still be had when nothing else is taken. The figures of several kinds do not add up,
 * because partitions of one physical device exclude each other.
 *
 * @public
 */
export interface PartitionRoom {
  readonly driver: string;
  /** Of all devices of the kind; memory tells partitions apart that have no profile. */
  readonly product: DeviceProduct;
  /** `undefined` where a pool is not completely known. */
  readonly most: number | undefined;
  /** Whether `most` is exact; otherwise at least so many can be had. */
  readonly exact: boolean;
}

interface Packing {
  readonly most: number;
  readonly exact: boolean;
}

/** Steps of the search for one kind on one physical device. */
const STEP_LIMIT = 20_000;

/**
 * The room for whole devices and for each kind of partition on a node, each for itself.
 *
 * @public
 */
export function partitionRoom(
  inventory: DeviceInventory,
  state: AllocationState,
  node: DeviceNode,
): readonly PartitionRoom[] {
  const rooms = new Map<string, PartitionRoom>();
  for (const nodePool of inventory.poolsOfNode(node)) {
    for (const [key, room] of roomsOfPool(nodePool, state)) {
      const known = rooms.get(key);
      rooms.set(key, known ? joined(known, room) : room);
    }
  }
  return [...rooms.values()];
}

function roomsOfPool(
  { pool, devices }: NodePool,
  state: AllocationState,
): ReadonlyMap<string, PartitionRoom> {
  const kinds = new Map<string, PoolDevice[]>();
  for (const device of devices) {
    const key = JSON.stringify([pool.driver, deviceProduct(device)]);
    kinds.set(key, [...(kinds.get(key) ?? []), device]);
  }
  const left = countersLeft(pool, state);
  return new Map(
    [...kinds].map(([key, ofKind]) => {
      const packings = physicalDevices(ofKind).map(forms =>
        packed(
          forms.filter(device => isOpen(device, state)),
          left,
        ),
      );
      const known = pool.state === 'complete';
      return [
        key,
        {
          driver: pool.driver,
          product: deviceProduct(ofKind[0]),
          most: known
            ? packings.reduce((total, { most }) => total + most, 0)
            : undefined,
          exact: known && packings.every(({ exact }) => exact),
        },
      ];
    }),
  );
}

function isOpen({ key, taints }: PoolDevice, state: AllocationState): boolean {
  return !state.isAllocated(key) && preventingTaints(taints, []).length === 0;
}

/** The largest number of the devices whose counters fit together. */
function packed(devices: readonly PoolDevice[], left: CounterSets): Packing {
  const ceiling = mostByCounters(devices, left);
  let best = 0;
  let steps = 0;
  const search = (at: number, taken: number): void => {
    best = Math.max(best, taken);
    steps += 1;
    for (let next = at; next < devices.length; next += 1) {
      if (best >= ceiling || steps > STEP_LIMIT) return;
      if (taken + devices.length - next <= best) return;
      const device = devices[next];
      if (!countersFit(left, device)) continue;
      changeCounters(left, device.consumesCounters, -1);
      search(next + 1, taken + 1);
      changeCounters(left, device.consumesCounters, 1);
    }
  };
  search(0, 0);
  return { most: best, exact: best >= ceiling || steps <= STEP_LIMIT };
}

/** No more devices can be had than a counter allows that each of them consumes. */
function mostByCounters(
  devices: readonly PoolDevice[],
  left: CounterSets,
): number {
  let most = devices.length;
  for (const [name, counters] of left) {
    for (const [counter, amount] of counters) {
      const least = Math.min(
        ...devices.map(({ consumesCounters }) => {
          const consumption = consumesCounters.find(
            ({ counterSet }) => counterSet === name,
          );
          return consumption?.counters.get(counter) ?? 0;
        }),
      );
      if (least > 0) most = Math.min(most, Math.floor(amount / least));
    }
  }
  return Math.max(0, most);
}

function joined(a: PartitionRoom, b: PartitionRoom): PartitionRoom {
  return {
    ...a,
    most:
      a.most === undefined || b.most === undefined
        ? undefined
        : a.most + b.most,
    exact: a.exact && b.exact,
  };
}
