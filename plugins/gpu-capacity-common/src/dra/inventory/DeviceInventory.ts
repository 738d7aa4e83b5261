import {
  nodeScopeMatches,
  type DeviceNode,
  type DeviceTaintRule,
  type NodeScope,
  type ResourceSlice,
} from '../resources';
import { deviceKey, poolKey, type DeviceId } from './deviceId';
import {
  byText,
  devicePoolOf,
  type DevicePool,
  type PoolDevice,
} from './devicePool';

/**
 * What a node can reach of a pool.
 *
 * @public
 */
export interface NodePool {
  readonly pool: DevicePool;
  readonly devices: readonly PoolDevice[];
}

interface ScopedDevices extends NodePool {
  readonly scope: NodeScope;
}

/**
 * All devices that drivers publish in a cluster: built once from its ResourceSlices, cheap to ask for each node.
 *
 * @public
 */
export class DeviceInventory {
  /** In the order in which the scheduler tries them. */
  readonly pools: readonly DevicePool[];
  readonly #devices: ReadonlyMap<string, PoolDevice>;
  readonly #pools: ReadonlyMap<string, DevicePool>;
  readonly #local: ReadonlyMap<string, readonly ScopedDevices[]>;
  readonly #shared: readonly ScopedDevices[];
  readonly #reached = new WeakMap<DeviceNode, readonly NodePool[]>();

  /**
   * @param slices - of all versions and generations; the newest generation of each pool counts
   */
  static create(options: {
    readonly slices: readonly ResourceSlice[];
    readonly taintRules?: readonly DeviceTaintRule[];
  }): DeviceInventory {
    const slices = new Map<string, ResourceSlice[]>();
    for (const slice of options.slices) {
      const key = poolKey({ driver: slice.driver, pool: slice.pool.name });
      const known = slices.get(key);
      if (known) known.push(slice);
      else slices.set(key, [slice]);
    }
    return new DeviceInventory(
      [...slices.values()]
        .map(ofPool => devicePoolOf(ofPool, options.taintRules ?? []))
        .sort(byAllocationOrder),
    );
  }

  private constructor(pools: readonly DevicePool[]) {
    this.pools = pools;
    this.#pools = new Map(
      pools.map(pool => [
        poolKey({ driver: pool.driver, pool: pool.name }),
        pool,
      ]),
    );
    this.#devices = new Map(
      pools
        .flatMap(({ devices }) => devices)
        .map(device => [device.key, device]),
    );
    const local = new Map<string, ScopedDevices[]>();
    const shared: ScopedDevices[] = [];
    for (const scoped of pools.flatMap(scopedDevices)) {
      if (scoped.scope.kind === 'node') {
        const { nodeName } = scoped.scope;
        const known = local.get(nodeName);
        if (known) known.push(scoped);
        else local.set(nodeName, [scoped]);
      } else {
        shared.push(scoped);
      }
    }
    this.#local = local;
    this.#shared = shared;
  }

  /** The device, where its pool in the newest generation has it. */
  device(id: DeviceId): PoolDevice | undefined {
    return this.#devices.get(deviceKey(id));
  }

  /** The pool of the device. */
  poolOf(id: {
    readonly driver: string;
    readonly pool: string;
  }): DevicePool | undefined {
    return this.#pools.get(poolKey(id));
  }

  /**
   * The pools with devices that the node can reach, in the order in which the scheduler tries them. Remembered for each
   * node object, so a node must not be changed.
   */
  poolsOfNode(node: DeviceNode): readonly NodePool[] {
    const known = this.#reached.get(node);
    if (known) return known;
    const pools = this.#poolsReachedBy(node);
    this.#reached.set(node, pools);
    return pools;
  }

  #poolsReachedBy(node: DeviceNode): readonly NodePool[] {
    const reached = new Map<DevicePool, PoolDevice[]>();
    for (const { pool, devices } of [
      ...(this.#local.get(node.name) ?? []),
      ...this.#shared.filter(({ scope }) => nodeScopeMatches(scope, node)),
    ]) {
      reached.set(pool, [...(reached.get(pool) ?? []), ...devices]);
    }
    return [...reached]
      .map(([pool, devices]) => ({ pool, devices }))
      .sort(
        (a, b) =>
          bindingOrder(a.devices) - bindingOrder(b.devices) ||
          byAllocationOrder(a.pool, b.pool),
      );
  }
}

/** Devices of a pool by the nodes that can reach them. */
function scopedDevices(pool: DevicePool): readonly ScopedDevices[] {
  const byScope = new Map<
    string,
    { scope: NodeScope; devices: PoolDevice[] }
  >();
  for (const device of pool.devices) {
    const key = scopeKey(device.nodes);
    const known = byScope.get(key);
    if (known) known.devices.push(device);
    else byScope.set(key, { scope: device.nodes, devices: [device] });
  }
  return [...byScope.values()].map(scoped => ({ pool, ...scoped }));
}

function scopeKey(scope: NodeScope): string {
  return scope.kind === 'node'
    ? `node ${scope.nodeName}`
    : JSON.stringify(scope);
}

/** Devices that need preparation before a pod can be bound are tried last. */
function bindingOrder(devices: readonly PoolDevice[]): number {
  return devices.some(({ hasBindingConditions }) => hasBindingConditions)
    ? 1
    : 0;
}

function byAllocationOrder(a: DevicePool, b: DevicePool): number {
  return byText(a.driver, b.driver) || byText(a.name, b.name);
}
