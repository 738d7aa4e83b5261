import { deviceKey, type DeviceId } from '../inventory';
import type {
  AllocatedDevice,
  ClaimConsumer,
  DeviceAmounts,
  ResourceClaim,
} from '../resources';
import { addDeviceAmounts } from '../resources/deviceAmounts';

/**
 * A claim that holds a device, or a share of one.
 *
 * @public
 */
export interface DeviceHolder {
  readonly namespace: string;
  readonly claim: string;
  readonly claimUid: string;
  /** Pods and others that use the claim; several can share one. */
  readonly consumers: readonly ClaimConsumer[];
  /** Set where others can hold shares of the same device. */
  readonly shareId: string | undefined;
  /** In thousandths of a unit. */
  readonly consumedCapacity: DeviceAmounts;
}

/**
 * A device and the claims that hold it.
 *
 * @public
 */
export interface HeldDevice {
  readonly id: DeviceId;
  readonly holders: readonly DeviceHolder[];
}

/**
 * A device that is taken in a simulation.
 *
 * @public
 */
export interface TakenDevice {
  readonly id: DeviceId;
  /** What a share of the device takes; `undefined` where the whole device is taken. */
  readonly consumedCapacity: DeviceAmounts | undefined;
}

interface Occupation {
  readonly exclusive: boolean;
  readonly consumed: DeviceAmounts | undefined;
}

/**
 * Which devices are allocated, to which claims.
 *
 * @public
 */
export class AllocationState {
  /** Claims that wait for devices. */
  readonly pendingClaims: readonly ResourceClaim[];
  /** Claims that hold devices although nobody uses them. */
  readonly leakedClaims: readonly ResourceClaim[];
  /** The devices that claims hold, also those that no driver publishes any more. */
  readonly heldDevices: readonly HeldDevice[];
  readonly #holders: ReadonlyMap<string, readonly DeviceHolder[]>;
  readonly #occupations: ReadonlyMap<string, Occupation>;
  /** What a simulation has taken besides. */
  readonly #taken: ReadonlyMap<string, Occupation>;

  static create(claims: readonly ResourceClaim[]): AllocationState {
    const held = new Map<string, { id: DeviceId; holders: DeviceHolder[] }>();
    const occupations = new Map<string, Occupation>();
    for (const claim of claims) {
      for (const device of consumedDevices(claim)) {
        const key = deviceKey(device);
        const holder = holderOf(claim, device);
        const known = held.get(key);
        if (known) known.holders.push(holder);
        else held.set(key, { id: idOf(device), holders: [holder] });
        occupations.set(
          key,
          occupy(
            occupations.get(key),
            device.shareId === undefined ? undefined : device.consumedCapacity,
          ),
        );
      }
    }
    return new AllocationState({
      pendingClaims: claims.filter(({ allocation }) => !allocation),
      leakedClaims: claims.filter(
        claim =>
          claim.reservedFor.length === 0 && consumedDevices(claim).length > 0,
      ),
      heldDevices: [...held.values()],
      holders: new Map(
        [...held].map(([key, { holders }]) => [key, holders] as const),
      ),
      occupations,
      taken: new Map(),
    });
  }

  private constructor(options: {
    readonly pendingClaims: readonly ResourceClaim[];
    readonly leakedClaims: readonly ResourceClaim[];
    readonly heldDevices: readonly HeldDevice[];
    readonly holders: ReadonlyMap<string, readonly DeviceHolder[]>;
    readonly occupations: ReadonlyMap<string, Occupation>;
    readonly taken: ReadonlyMap<string, Occupation>;
  }) {
    this.pendingClaims = options.pendingClaims;
    this.leakedClaims = options.leakedClaims;
    this.heldDevices = options.heldDevices;
    this.#holders = options.holders;
    this.#occupations = options.occupations;
    this.#taken = options.taken;
  }

  /** The claims that hold the device; none for what a simulation has taken. */
  holders(id: DeviceId): readonly DeviceHolder[] {
    return this.#holders.get(deviceKey(id)) ?? [];
  }

  /** Whether the whole device is allocated, so that nobody else can have it. */
  isExclusive(key: string): boolean {
    return this.#occupation(key)?.exclusive ?? false;
  }

  /** Whether the device or a share of it is allocated. */
  isAllocated(key: string): boolean {
    return this.#occupation(key) !== undefined;
  }

  /** Sum of what the shares of the device consume; `undefined` where nobody holds a share. */
  consumedCapacity(key: string): DeviceAmounts | undefined {
    return this.#occupation(key)?.consumed;
  }

  /** The state after these devices have been taken too. */
  with(devices: readonly TakenDevice[]): AllocationState {
    const taken = new Map(this.#taken);
    for (const { id, consumedCapacity } of devices) {
      const key = deviceKey(id);
      taken.set(key, occupy(this.#lookUp(taken, key), consumedCapacity));
    }
    return new AllocationState({
      pendingClaims: this.pendingClaims,
      leakedClaims: this.leakedClaims,
      heldDevices: this.heldDevices,
      holders: this.#holders,
      occupations: this.#occupations,
      taken,
    });
  }

  #occupation(key: string): Occupation | undefined {
    return this.#lookUp(this.#taken, key);
  }

  #lookUp(
    taken: ReadonlyMap<string, Occupation>,
    key: string,
  ): Occupation | undefined {
    return taken.get(key) ?? this.#occupations.get(key);
  }
}

/** Devices that nobody else can use for the claim; access for monitoring takes nothing. */
function consumedDevices({
  allocation,
}: ResourceClaim): readonly AllocatedDevice[] {
  return (allocation?.devices ?? []).filter(({ adminAccess }) => !adminAccess);
}

function idOf({ driver, pool, device }: AllocatedDevice): DeviceId {
  return { driver, pool, device };
}

function holderOf(
  claim: ResourceClaim,
  { shareId, consumedCapacity }: AllocatedDevice,
): DeviceHolder {
  return {
    namespace: claim.namespace,
    claim: claim.name,
    claimUid: claim.uid,
    consumers: claim.reservedFor,
    shareId,
    consumedCapacity,
  };
}

function occupy(
  known: Occupation | undefined,
  share: DeviceAmounts | undefined,
): Occupation {
  if (!share) return { exclusive: true, consumed: known?.consumed };
  return {
    exclusive: known?.exclusive ?? false,
    consumed: addDeviceAmounts(known?.consumed ?? new Map(), share),
  };
}
