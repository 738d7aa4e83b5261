import type { DeviceId, PoolDevice } from '../inventory';
import { preventingTaints, type DeviceAmounts } from '../resources';
import { AllocationProblem, selectorReason } from './AllocationProblem';
import { AttributeConstraint } from './attributeConstraint';
import { DeviceTrial } from './DeviceTrial';
import type { Candidate } from './CandidateFinder';
import type { PodClaim } from './podClaims';
import {
  MAX_DEVICES_PER_CLAIM,
  requestPlans,
  type OptionPlan,
  type PlanContext,
  type RequestPlan,
} from './requestPlan';

/**
 * A device that the scheduler would allocate.
 *
 * @public
 */
export interface ChosenDevice {
  /** The claim, as `namespace/name`. */
  readonly claim: string;
  /** The request, as `request/subrequest` where it has alternatives. */
  readonly request: string;
  readonly id: DeviceId;
  readonly adminAccess: boolean;
  /** What the claim takes of a device that can be shared, in thousandths of a unit; else `undefined`. */
  readonly consumedCapacity: DeviceAmounts | undefined;
}

/** A {@link ChosenDevice} with all that is known of the device. */
export interface Choice extends ChosenDevice {
  readonly device: PoolDevice;
}

interface ClaimPlan {
  readonly claim: PodClaim;
  readonly requests: readonly RequestPlan[];
  readonly constraints: readonly AttributeConstraint[];
}

/** Where a search stands within a request. */
interface Position {
  readonly claimIndex: number;
  readonly requestIndex: number;
  readonly plan: OptionPlan;
  /** How many devices the request has so far. */
  readonly index: number;
  /** The first candidate to try: sets of devices are tried, not orders. */
  readonly start: number;
}

/**
 * Looks for devices for claims on one node as the scheduler does: claim by claim, request by request, device by device
 * in the order of the pools, going back where that leads nowhere. The first full solution is the one.
 *
 * @see kubernetes/dynamic-resource-allocation structured/internal/incubating/allocator_incubating.go, `allocateOne`
 */
export class AllocationSearch {
  /** Why "no" is not certain: a device that may fit was left out. */
  uncertainty: string | undefined;
  readonly #claims: readonly ClaimPlan[];
  readonly #trial: DeviceTrial;
  readonly #chosen: Choice[][];
  readonly #stepLimit: number;
  #steps = 0;

  /**
   * @throws {@link AllocationProblem} where a claim cannot be allocated as it is
   */
  constructor(options: {
    readonly claims: readonly PodClaim[];
    readonly context: PlanContext;
    readonly stepLimit: number;
  }) {
    this.#claims = options.claims.map(claim => ({
      claim,
      requests: requestPlans(claim, options.context),
      constraints: claim.spec.constraints.map(constraint => {
        if (constraint.kind === 'unsupported') {
          throw AllocationProblem.unknown(
            `claim ${claim.name}: unsupported constraint type`,
          );
        }
        return new AttributeConstraint(constraint);
      }),
    }));
    this.#trial = new DeviceTrial(options.context.state);
    this.#chosen = options.claims.map(() => []);
    this.#stepLimit = options.stepLimit;
  }

  /** The devices by claim; `undefined` where there is no solution. */
  run(): readonly (readonly Choice[])[] | undefined {
    return this.#request(0, 0) ? this.#chosen : undefined;
  }

  /** Whether a request could use devices of the driver. */
  mayUse(driver: string, { finder }: PlanContext): boolean {
    return this.#claims
      .flatMap(({ requests }) => requests.flatMap(({ options }) => options))
      .some(
        ({ deviceClass, option }) =>
          !finder.excludesDriver(deviceClass, option, driver),
      );
  }

  #request(claimIndex: number, requestIndex: number): boolean {
    if (claimIndex >= this.#claims.length) return true;
    const { requests } = this.#claims[claimIndex];
    if (requestIndex >= requests.length)
      return this.#request(claimIndex + 1, 0);
    return requests[requestIndex].options.some(plan =>
      this.#device({ claimIndex, requestIndex, plan, index: 0, start: 0 }),
    );
  }

  #device(position: Position): boolean {
    const { claimIndex, requestIndex, plan, index, start } = position;
    if (plan.all && plan.count === 0) return false;
    if (index >= plan.count) return this.#request(claimIndex, requestIndex + 1);
    const missing = plan.count - index;
    if (this.#chosen[claimIndex].length + missing > MAX_DEVICES_PER_CLAIM) {
      return false;
    }
    // "All" means these devices, so there is nothing else to try.
    if (plan.all) return this.#try(position, index);
    for (let at = start; at + missing <= plan.candidates.length; at += 1) {
      if (this.#try(position, at)) return true;
    }
    return false;
  }

  #try(position: Position, at: number): boolean {
    this.#steps += 1;
    if (this.#steps > this.#stepLimit) {
      throw AllocationProblem.unknown(
        `no allocation found in ${this.#stepLimit} steps`,
      );
    }
    const candidate = position.plan.candidates[at];
    const undo = this.#choose(position, candidate);
    if (!undo) return false;
    const next = { ...position, index: position.index + 1, start: at + 1 };
    if (this.#device(next)) return true;
    undo();
    return false;
  }

  #choose(
    { claimIndex, requestIndex, plan }: Position,
    { device, pool, selection, consumption }: Candidate,
  ): (() => void) | undefined {
    const { adminAccess, tolerations } = plan.option;
    const wish = { claimIndex, adminAccess, consumption };
    if (!this.#trial.isOpen(device, wish)) return undefined;
    const unknown = selection.matches === 'unknown' ? selection : undefined;
    if (unknown?.fails) throw AllocationProblem.selector(device, unknown);
    if (preventingTaints(device.taints, tolerations).length > 0) {
      return undefined;
    }
    if (unknown) {
      this.uncertainty ??= selectorReason(device, unknown);
      return undefined;
    }
    const giveBack = this.#trial.take(device, pool, wish);
    if (!giveBack) return undefined;
    const release = this.#constrain({ claimIndex, requestIndex, plan }, device);
    if (!release) {
      giveBack();
      return undefined;
    }
    this.#chosen[claimIndex].push(
      this.#choice(claimIndex, requestIndex, plan, device, consumption),
    );
    return () => {
      this.#chosen[claimIndex].pop();
      release();
      giveBack();
    };
  }

  /** Adds the device to all constraints of the claim, or to none. */
  #constrain(
    {
      claimIndex,
      requestIndex,
      plan,
    }: Pick<Position, 'claimIndex' | 'requestIndex' | 'plan'>,
    device: PoolDevice,
  ): (() => void) | undefined {
    const { constraints, requests, claim } = this.#claims[claimIndex];
    const request = requests[requestIndex].request.name;
    const added: AttributeConstraint[] = [];
    const release = () =>
      added.forEach(constraint => constraint.remove(request, plan.option.name));
    for (const constraint of constraints) {
      const result = constraint.add(request, plan.option.name, device);
      if (result === 'satisfied') {
        added.push(constraint);
        continue;
      }
      release();
      if (result === 'unknown') {
        this.uncertainty ??= `claim ${claim.name}: device ${device.key} has a list for an attribute of a constraint`;
      } else if (plan.all) {
        throw AllocationProblem.impossible(
          `claim ${claim.name}, request ${request}: cannot add device ${device.key} because a claim constraint would not be satisfied`,
        );
      }
      return undefined;
    }
    return release;
  }

  #choice(
    claimIndex: number,
    requestIndex: number,
    { option }: OptionPlan,
    device: PoolDevice,
    consumption: DeviceAmounts,
  ): Choice {
    const { claim, requests } = this.#claims[claimIndex];
    const { name } = requests[requestIndex].request;
    return {
      claim: claim.name,
      request: option.name ? `${name}/${option.name}` : name,
      id: device.id,
      device,
      adminAccess: option.adminAccess,
      consumedCapacity: device.allowMultipleAllocations
        ? consumption
        : undefined,
    };
  }
}
