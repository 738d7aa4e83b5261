import { consumptionOf } from '../allocation';
import type { SelectorResult } from '../cel';
import type { DevicePool, NodePool, PoolDevice } from '../inventory';
import type {
  DeviceAmounts,
  DeviceClass,
  DeviceRequestOption,
} from '../resources';
import { SelectorMatcher } from './SelectorMatcher';

/** A device that may serve a request, or of which that is not known. */
export interface Candidate {
  readonly device: PoolDevice;
  readonly pool: DevicePool;
  readonly selection: Exclude<SelectorResult, { matches: false }>;
  readonly consumption: DeviceAmounts;
}

/**
 * Finds the devices that could serve a request whatever is allocated, and remembers them: the same few requests are
 * asked of the same nodes again and again.
 */
export class CandidateFinder {
  readonly #matcher = new SelectorMatcher();
  readonly #found = new WeakMap<NodePool, Map<string, readonly Candidate[]>>();

  /** The devices of the complete pools, in the order in which the scheduler tries them. */
  find(
    deviceClass: DeviceClass,
    option: DeviceRequestOption,
    pools: readonly NodePool[],
  ): readonly Candidate[] {
    const signature = JSON.stringify([
      deviceClass.selectors.map(expression => expression ?? null),
      option.selectors.map(expression => expression ?? null),
      [...option.capacity],
    ]);
    return pools
      .filter(({ pool }) => pool.state === 'complete')
      .flatMap(nodePool => {
        const found =
          this.#found.get(nodePool) ?? new Map<string, readonly Candidate[]>();
        this.#found.set(nodePool, found);
        const known = found.get(signature);
        if (known) return known;
        const candidates = this.#candidates(deviceClass, option, nodePool);
        found.set(signature, candidates);
        return candidates;
      });
  }

  /** Whether the request can have no device of the driver, whatever it is. */
  excludesDriver(
    deviceClass: DeviceClass,
    option: DeviceRequestOption,
    driver: string,
  ): boolean {
    return this.#matcher.excludesDriver(deviceClass, option, driver);
  }

  #candidates(
    deviceClass: DeviceClass,
    option: DeviceRequestOption,
    { pool, devices }: NodePool,
  ): readonly Candidate[] {
    return devices.flatMap(device => {
      const selection = this.#matcher.match(deviceClass, option, device);
      if (selection.matches === false) return [];
      const consumption = consumptionOf(option.capacity, device.capacity);
      return consumption ? [{ device, pool, selection, consumption }] : [];
    });
  }
}
