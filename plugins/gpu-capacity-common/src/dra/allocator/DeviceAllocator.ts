import type { AllocationState } from '../allocation';
import type { DeviceInventory, PoolDevice } from '../inventory';
import {
  deviceNodeSelectorMatches,
  nodeScopeMatches,
  type DeviceClass,
  type DeviceNode,
  type NodeScope,
} from '../resources';
import { AllocationProblem } from './AllocationProblem';
import {
  AllocationSearch,
  type Choice,
  type ChosenDevice,
} from './AllocationSearch';
import type { PodClaim } from './podClaims';
import type { PlanContext } from './requestPlan';
import { CandidateFinder } from './CandidateFinder';

/**
 * Devices for one pod on one node, to be taken with {@link DeviceAllocator.withAllocation}.
 *
 * @public
 */
export interface DeviceAllocation {
  readonly devices: readonly ChosenDevice[];
  /** Claims that other replicas use too: from now on they only say on which nodes a pod can run. */
  readonly sharedClaims: ReadonlyMap<string, readonly NodeScope[]>;
}

/**
 * Whether the claims of a pod can be allocated on a node. Reasons are those of the scheduler where it has one.
 *
 * @public
 */
export type DeviceFit =
  | { readonly ok: true; readonly allocation: DeviceAllocation }
  | { readonly ok: false; readonly reason: string }
  | { readonly ok: 'unknown'; readonly reason: string };

/**
 * How many identical pods a node can take, one after the other.
 *
 * @public
 */
export interface DeviceSlots {
  readonly slots: number;
  /** Whether the next pod is known not to fit, or the limit has been reached; otherwise `slots` is a lower bound. */
  readonly certain: boolean;
  /** Why the next pod does not fit; `undefined` where the limit has been reached. */
  readonly reason: string | undefined;
}

/** Devices tried; enough for claims of practical size, and still milliseconds. */
const DEFAULT_STEP_LIMIT = 10_000;

/**
 * Allocates devices to claims as the scheduler would, without changing anything.
 *
 * @public
 */
export class DeviceAllocator {
  readonly #inventory: DeviceInventory;
  readonly #state: AllocationState;
  readonly #classes: ReadonlyMap<string, DeviceClass>;
  readonly #finder: CandidateFinder;
  readonly #stepLimit: number;
  readonly #sharedClaims: ReadonlyMap<string, readonly NodeScope[]>;

  static create(options: {
    readonly inventory: DeviceInventory;
    readonly state: AllocationState;
    readonly classes: readonly DeviceClass[];
    /** After so many devices have been tried for a pod on a node the answer is `unknown`. */
    readonly stepLimit?: number;
  }): DeviceAllocator {
    return new DeviceAllocator({
      inventory: options.inventory,
      state: options.state,
      classes: new Map(options.classes.map(found => [found.name, found])),
      finder: new CandidateFinder(),
      stepLimit: options.stepLimit ?? DEFAULT_STEP_LIMIT,
      sharedClaims: new Map(),
    });
  }

  private constructor(options: {
    readonly inventory: DeviceInventory;
    readonly state: AllocationState;
    readonly classes: ReadonlyMap<string, DeviceClass>;
    readonly finder: CandidateFinder;
    readonly stepLimit: number;
    readonly sharedClaims: ReadonlyMap<string, readonly NodeScope[]>;
  }) {
    this.#inventory = options.inventory;
    this.#state = options.state;
    this.#classes = options.classes;
    this.#finder = options.finder;
    this.#stepLimit = options.stepLimit;
    this.#sharedClaims = options.sharedClaims;
  }

  /** Whether a pod with these claims can have its devices on the node, and which. */
  allocate(node: DeviceNode, claims: readonly PodClaim[]): DeviceFit {
    if (!claims.every(claim => this.#available(claim, node))) {
      return { ok: false, reason: 'resourceclaim not available on the node' };
    }
    const pending = claims.filter(
      claim => !claim.allocation && !this.#allocatedScopes(claim),
    );
    try {
      return this.#search(node, pending);
    } catch (error) {
      if (!(error instanceof AllocationProblem)) throw error;
      return { ok: error.known ? false : 'unknown', reason: error.message };
    }
  }

  /** The allocator for another state of the same devices; it keeps what has been evaluated of them. */
  withState(state: AllocationState): DeviceAllocator {
    return this.#with(state, new Map());
  }

  /** The allocator after a pod has taken these devices; this one stays as it is. */
  withAllocation({ devices, sharedClaims }: DeviceAllocation): DeviceAllocator {
    return this.#with(
      this.#state.with(devices.filter(device => !device.adminAccess)),
      new Map([...this.#sharedClaims, ...sharedClaims]),
    );
  }

  /**
   * How many pods with these claims the node can take, as the scheduler would place them one after the other.
   *
   * @param max - where to stop counting
   */
  slots(
    node: DeviceNode,
    claims: readonly PodClaim[],
    max: number,
  ): DeviceSlots {
    let after: DeviceAllocator | undefined;
    for (let slots = 0; slots < max; slots += 1) {
      const allocator = after ?? this;
      const fit = allocator.allocate(node, claims);
      if (fit.ok !== true) {
        return { slots, certain: fit.ok === false, reason: fit.reason };
      }
      after = allocator.withAllocation(fit.allocation);
    }
    return { slots: max, certain: true, reason: undefined };
  }

  #with(
    state: AllocationState,
    sharedClaims: ReadonlyMap<string, readonly NodeScope[]>,
  ): DeviceAllocator {
    return new DeviceAllocator({
      inventory: this.#inventory,
      state,
      classes: this.#classes,
      finder: this.#finder,
      stepLimit: this.#stepLimit,
      sharedClaims,
    });
  }

  #search(node: DeviceNode, claims: readonly PodClaim[]): DeviceFit {
    const context: PlanContext = {
      state: this.#state,
      pools: this.#inventory.poolsOfNode(node),
      classes: this.#classes,
      finder: this.#finder,
    };
    const search = new AllocationSearch({
      claims,
      context,
      stepLimit: this.#stepLimit,
    });
    const chosen = search.run();
    if (chosen) {
      return { ok: true, allocation: allocationOf(node, claims, chosen) };
    }
    const incomplete = context.pools.find(
      ({ pool }) =>
        pool.state === 'incomplete' && search.mayUse(pool.driver, context),
    );
    const uncertainty = search.uncertainty ?? incomplete?.pool.problem;
    if (uncertainty) return { ok: 'unknown', reason: uncertainty };
    return {
      ok: false,
      reason: context.pools.some(({ pool }) => pool.state === 'invalid')
        ? 'invalid resource pools were encountered'
        : 'cannot allocate all claims',
    };
  }

  #available(claim: PodClaim, node: DeviceNode): boolean {
    const selector = claim.allocation?.nodeSelector;
    if (selector) return deviceNodeSelectorMatches(selector, node);
    return (this.#allocatedScopes(claim) ?? []).every(scope =>
      nodeScopeMatches(scope, node),
    );
  }

  /** Where a claim that this allocator has allocated for an earlier replica can be used. */
  #allocatedScopes({
    shared,
    name,
  }: PodClaim): readonly NodeScope[] | undefined {
    return shared ? this.#sharedClaims.get(name) : undefined;
  }
}

function allocationOf(
  node: DeviceNode,
  claims: readonly PodClaim[],
  chosen: readonly (readonly Choice[])[],
): DeviceAllocation {
  return {
    devices: chosen.flat().map(({ device: _, ...choice }) => choice),
    sharedClaims: new Map(
      claims.flatMap(({ name, shared }, index) =>
        shared
          ? [[name, chosen[index].map(({ device }) => reach(device, node))]]
          : [],
      ),
    ),
  };
}

/** The nodes that can use a device once it is allocated for this one. */
function reach(
  { bindsToNode, nodes }: PoolDevice,
  node: DeviceNode,
): NodeScope {
  return bindsToNode ? { kind: 'node', nodeName: node.name } : nodes;
}
