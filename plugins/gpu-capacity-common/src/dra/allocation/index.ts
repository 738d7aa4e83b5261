export {
  AllocationState,
  type DeviceHolder,
  type TakenDevice,
} from './AllocationState';
export { consumptionOf } from './consumableCapacity';
export {
  classesByExtendedResource,
  extendedResourcesFromClaim,
} from './extendedResources';
export { remainingCounters } from './remainingCounters';
