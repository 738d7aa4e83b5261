import type { AllocationState } from '../allocation';
import { capacityFits } from '../allocation/consumableCapacity';
import type { NodePool } from '../inventory';
import type {
  DeviceClass,
  DeviceRequest,
  DeviceRequestOption,
} from '../resources';
import { AllocationProblem } from './AllocationProblem';
import type { Candidate, CandidateFinder } from './CandidateFinder';
import type { PodClaim } from './podClaims';

/** One way to satisfy a request on a node. */
export interface OptionPlan {
  readonly option: DeviceRequestOption;
  readonly deviceClass: DeviceClass;
  readonly all: boolean;
  readonly count: number;
  readonly candidates: readonly Candidate[];
}

/** A request on a node; its options are tried in order. */
export interface RequestPlan {
  readonly request: DeviceRequest;
  readonly options: readonly OptionPlan[];
}

/** What plans are made from. */
export interface PlanContext {
  readonly state: AllocationState;
  readonly pools: readonly NodePool[];
  readonly classes: ReadonlyMap<string, DeviceClass>;
  readonly finder: CandidateFinder;
}

/** The number of devices that one claim can have. */
export const MAX_DEVICES_PER_CLAIM = 32;

/**
 * Finds for each request of a claim which devices of the node could serve it.
 *
 * @throws {@link AllocationProblem} where the claim cannot be allocated as it is, or where that is not known
 *
 * @see kubernetes/dynamic-resource-allocation structured/internal/incubating/allocator_incubating.go,
 * `validateDeviceRequest`
 */
export function requestPlans(
  claim: PodClaim,
  context: PlanContext,
): readonly RequestPlan[] {
  const plans = claim.spec.requests.map(request => {
    if (request.options.length === 0) {
      throw AllocationProblem.unknown(
        `request ${request.name}: unsupported request type`,
      );
    }
    return {
      request,
      options: request.options.map(option =>
        optionPlan(claim, request, option, context),
      ),
    };
  });
  const least = plans
    .map(({ options }) => Math.min(...options.map(({ count }) => count)))
    .reduce((total, count) => total + count, 0);
  if (least > MAX_DEVICES_PER_CLAIM) {
    throw AllocationProblem.impossible(
      `claim ${claim.name}: number of requested devices ${least} exceeds the claim limit of ${MAX_DEVICES_PER_CLAIM}`,
    );
  }
  return plans;
}

function optionPlan(
  claim: PodClaim,
  request: DeviceRequest,
  option: DeviceRequestOption,
  context: PlanContext,
): OptionPlan {
  const name = option.name ? `${request.name}/${option.name}` : request.name;
  const deviceClass = context.classes.get(option.deviceClassName);
  if (!deviceClass) {
    throw AllocationProblem.impossible(
      `request ${name}: device class ${option.deviceClassName} does not exist`,
    );
  }
  const candidates = context.finder.find(deviceClass, option, context.pools);
  const plan = { option, deviceClass, candidates };
  switch (option.allocationMode) {
    case 'ExactCount':
      return { ...plan, all: false, count: option.count };
    case 'All': {
      refuseUncertainty(`claim ${claim.name}, request ${name}`, plan, context);
      const all = candidates.filter(candidate =>
        hasCapacity(candidate, context.state),
      );
      return { ...plan, candidates: all, all: true, count: all.length };
    }
    default:
      throw AllocationProblem.unknown(
        `claim ${claim.name}, request ${name}: unsupported count mode ${option.allocationMode}`,
      );
  }
}

/** Devices that are too small, or have too little left, are none of "all". */
function hasCapacity(
  { device, consumption }: Candidate,
  state: AllocationState,
): boolean {
  return capacityFits(
    consumption,
    state.consumedCapacity(device.key),
    device.capacity,
  );
}

/** "All" needs to know how many that is. */
function refuseUncertainty(
  name: string,
  { candidates }: { readonly candidates: readonly Candidate[] },
  { pools }: PlanContext,
): void {
  const asks = `${name}: asks for all devices, but`;
  for (const { pool } of pools) {
    if (pool.state === 'incomplete') {
      throw AllocationProblem.unknown(`${asks} ${pool.problem}`);
    }
    if (pool.state === 'invalid') {
      throw AllocationProblem.impossible(
        `${asks} resource pool ${pool.driver}/${pool.name} is currently invalid`,
      );
    }
  }
  for (const { device, selection } of candidates) {
    if (selection.matches === 'unknown') {
      throw AllocationProblem.selector(device, selection);
    }
  }
}
