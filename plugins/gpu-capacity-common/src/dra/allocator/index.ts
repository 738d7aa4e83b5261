export { type ChosenDevice } from './AllocationSearch';
export {
  DeviceAllocator,
  type DeviceAllocation,
  type DeviceFit,
  type DeviceSlots,
} from './DeviceAllocator';
export { extendedResourceClaim } from './extendedResourceClaim';
export {
  podClaims,
  readPodClaimReferences,
  type PodClaim,
  type PodClaimReference,
  type PodClaims,
} from './podClaims';
