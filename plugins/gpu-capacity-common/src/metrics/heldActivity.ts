import {
  unitActivity,
  unreportedUnit,
  type UnitActivity,
} from './unitActivity';
import { podKey, type DeviceReading } from './deviceReading';
import type { HoldingPod, IdleRule } from './holdingPod';

/**
 * How many of the held devices a figure is about.
 *
 * @public
 */
export interface Coverage {
  readonly reporting: number;
  readonly held: number;
}

/** @public */
export interface PodActivity {
  readonly namespace: string;
  readonly name: string;
  /** One for each unit that it holds. */
  readonly devices: readonly UnitActivity[];
}

/**
 * What the held devices do. A device that several pods use counts once, and a unit of which nothing reports counts as
 * one.
 *
 * @public
 */
export interface HeldActivity {
  readonly pods: readonly PodActivity[];
  /** Each of the devices once, for a distribution of how busy they are. */
  readonly devices: readonly UnitActivity[];
  readonly busy: number;
  readonly idle: number;
  readonly noMetric: number;
  /** Idle ones that hold more memory than the floor of the rule. */
  readonly idleWithMemory: number;
  /** Devices whose state is known, of all that are held. */
  readonly coverage: Coverage;
  readonly memoryCoverage: Coverage;
}

/**
 * Joins what is measured with who holds what. Where nothing is measured nothing is said: such a device is never idle.
 *
 * @param options - `nowSeconds`: Unix time at which the window ends; `partial`: the source warned that its answer may not
 *   be whole
 *
 * @public
 */
export function heldActivity(options: {
  readonly readings: readonly DeviceReading[];
  readonly pods: readonly HoldingPod[];
  readonly rule: IdleRule;
  readonly nowSeconds: number;
  readonly partial?: boolean;
}): HeldActivity {
  const { rule, nowSeconds, partial = false } = options;
  const byPod = readingsByPod(options.readings);
  const byClaim = readingsByClaim(options.readings);
  const pods = options.pods.map(pod => {
    const readings = readingsOf(pod, byPod, byClaim)
      .map(reading => unitActivity({ reading, pod, rule, nowSeconds, partial }))
      .slice(0, pod.units);
    const missing = Math.max(0, pod.units - readings.length);
    return {
      namespace: pod.namespace,
      name: pod.name,
      devices: [
        ...readings,
        ...Array.from({ length: missing }, () => unreportedUnit(pod)),
      ],
    };
  });

  const devices = countedOnce(pods.flatMap(pod => pod.devices));
  const count = (holds: (unit: UnitActivity) => boolean) =>
    devices.filter(holds).length;
  const noMetric = count(({ state }) => state === 'no-metric');
  return {
    pods,
    devices,
    busy: count(({ state }) => state === 'busy'),
    idle: count(({ state }) => state === 'idle'),
    noMetric,
    idleWithMemory: count(
      ({ state, holdsMemory }) => state === 'idle' && holdsMemory === true,
    ),
    coverage: { reporting: devices.length - noMetric, held: devices.length },
    memoryCoverage: {
      reporting: count(({ memoryUsedBytes }) => memoryUsedBytes !== undefined),
      held: devices.length,
    },
  };
}

type Readings = ReadonlyMap<string, readonly DeviceReading[]>;

function readingsByPod(readings: readonly DeviceReading[]): Readings {
  return index(readings, ({ pods }) => pods.map(podKey));
}

function readingsByClaim(readings: readonly DeviceReading[]): Readings {
  return index(readings, ({ claims }) => claims.map(podKey));
}

function index(
  readings: readonly DeviceReading[],
  keysOf: (reading: DeviceReading) => readonly string[],
): Readings {
  const byKey = new Map<string, DeviceReading[]>();
  for (const reading of readings) {
    for (const key of keysOf(reading)) {
      const same = byKey.get(key) ?? [];
      same.push(reading);
      byKey.set(key, same);
    }
  }
  return byKey;
}

/** Devices with a name of their own before what a pod says of itself: both are the same hardware. */
function readingsOf(
  pod: HoldingPod,
  byPod: Readings,
  byClaim: Readings,
): readonly DeviceReading[] {
  const { namespace, claims = [] } = pod;
  const all = [
    ...(byPod.get(podKey(pod)) ?? []),
    ...claims.flatMap(name => byClaim.get(podKey({ namespace, name })) ?? []),
  ].filter(({ split }) => !split);
  const named = all.filter(({ device }) => device.uuid !== undefined);
  const found = named.length > 0 ? named : all;
  return [...new Map(found.map(reading => [reading.key, reading])).values()];
}

/** The state that says most wins where pods on one device differ, which their ages make possible. */
function countedOnce(units: readonly UnitActivity[]): readonly UnitActivity[] {
  const order = ['busy', 'idle', 'no-metric'];
  const devices = new Map<string, UnitActivity>();
  units.forEach((unit, position) => {
    const key = unit.deviceKey ?? `unreported ${position}`;
    const known = devices.get(key);
    if (!known || order.indexOf(unit.state) < order.indexOf(known.state)) {
      devices.set(key, unit);
    }
  });
  return [...devices.values()];
}
