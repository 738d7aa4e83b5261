export { AllocationState, type DeviceHolder } from './AllocationState';
export { consumptionOf } from './consumableCapacity';
export {
  classesByExtendedResource,
  extendedResourcesFromClaim,
} from './extendedResources';
export { remainingCounters } from './remainingCounters';
