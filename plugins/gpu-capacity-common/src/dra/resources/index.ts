export { type ClaimSpec, type DeviceConstraint } from './claimSpec';
export { type CounterConsumption, type Device } from './device';
export { AMOUNTS_PER_UNIT, type DeviceAmounts } from './deviceAmounts';
export { type DeviceAttribute } from './deviceAttribute';
export {
  type CapacityRequestPolicy,
  type DeviceCapacity,
} from './deviceCapacity';
export { readDeviceClass, type DeviceClass } from './deviceClass';
export { type DeviceRequest, type DeviceRequestOption } from './deviceRequest';
export {
  preventingTaints,
  type DeviceTaint,
  type DeviceToleration,
} from './deviceTaint';
export { readDeviceTaintRule, type DeviceTaintRule } from './deviceTaintRule';
export {
  deviceNodeSelectorMatches,
  type DeviceNode,
  type DeviceNodeRequirement,
  type DeviceNodeSelector,
} from './nodeSelector';
export { nodeScopeMatches, type NodeScope } from './nodeScope';
export {
  readResourceClaim,
  type AllocatedDevice,
  type ClaimConsumer,
  type ResourceClaim,
} from './resourceClaim';
export {
  readResourceClaimTemplate,
  type ResourceClaimTemplate,
} from './resourceClaimTemplate';
export { readResourceSlice, type ResourceSlice } from './resourceSlice';
