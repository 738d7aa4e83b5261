export {
  AllocationState,
  type DeviceHolder,
  type HeldDevice,
  type TakenDevice,
} from './AllocationState';
export { consumptionOf } from './consumableCapacity';
export {
  classesByExtendedResource,
  extendedResourcesFromClaim,
} from './extendedResources';
export { remainingCounters } from './remainingCounters';
