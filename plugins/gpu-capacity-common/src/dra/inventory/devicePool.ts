import type {
  Device,
  DeviceAmounts,
  DeviceTaintRule,
  NodeScope,
  ResourceSlice,
} from '../resources';
import { taintsFromRules } from '../resources/deviceTaintRule';
import { deviceKey, type DeviceId } from './deviceId';
import { poolProblem } from './poolProblem';

/**
 * A device of a pool, with the nodes that can reach it and with the taints that rules put on it.
 *
 * @public
 */
export interface PoolDevice extends Device {
  readonly id: DeviceId;
  /** See {@link deviceKey}. */
  readonly key: string;
  readonly nodes: NodeScope;
}

/**
 * A pool of devices in its newest generation.
 *
 * @public
 */
export interface DevicePool {
  readonly driver: string;
  readonly name: string;
  readonly generation: number;
  readonly slicesSeen: number;
  /** How many slices the driver says there are. */
  readonly slicesExpected: number;
  /**
   * `incomplete`: not all slices have been seen, so what it has is unknown; `invalid`: the driver contradicts itself,
   * so the scheduler allocates nothing of it.
   */
  readonly state: 'complete' | 'incomplete' | 'invalid';
  /** Why the pool is not complete, for people. */
  readonly problem: string | undefined;
  /** The whole of each counter, by counter set. */
  readonly counterSets: ReadonlyMap<string, DeviceAmounts>;
  /** As far as they have been seen, in the order in which the scheduler tries them. */
  readonly devices: readonly PoolDevice[];
}

/** The pool of slices that have driver and pool name in common. */
export function devicePoolOf(
  slices: readonly ResourceSlice[],
  taintRules: readonly DeviceTaintRule[],
): DevicePool {
  const generation = Math.max(...slices.map(({ pool }) => pool.generation));
  const current = slices
    .filter(({ pool }) => pool.generation === generation)
    .sort((a, b) => byText(a.name, b.name));
  const [{ driver, pool }] = current;
  const slicesExpected = Math.max(...current.map(s => s.pool.sliceCount));
  const deviceSlices = current.filter(s => s.sharedCounters.length === 0);
  const problem = poolProblem(current);
  const complete = current.length === slicesExpected;
  return {
    driver,
    name: pool.name,
    generation,
    slicesSeen: current.length,
    slicesExpected,
    state: stateOf(complete, problem),
    problem: complete
      ? problem
      : `${current.length} of ${slicesExpected} slices of pool ${driver}/${pool.name} seen`,
    counterSets: new Map(
      current
        .flatMap(({ sharedCounters }) => sharedCounters)
        .map(({ name, counters }) => [name, counters]),
    ),
    devices: deviceSlices.flatMap(slice => devicesOf(slice, taintRules)),
  };
}

function stateOf(
  complete: boolean,
  problem: string | undefined,
): DevicePool['state'] {
  if (!complete) return 'incomplete';
  return problem ? 'invalid' : 'complete';
}

function devicesOf(
  slice: ResourceSlice,
  taintRules: readonly DeviceTaintRule[],
): readonly PoolDevice[] {
  return slice.devices.map(device => {
    const id = {
      driver: slice.driver,
      pool: slice.pool.name,
      device: device.name,
    };
    return {
      ...device,
      id,
      key: deviceKey(id),
      taints: [...device.taints, ...taintsFromRules(taintRules, id)],
      nodes: slice.nodes.kind === 'per-device' ? device.nodes : slice.nodes,
    };
  });
}

/** As Go orders texts: by code units, not by language. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
