export { deviceKey, type DeviceId } from './deviceId';
export { DeviceInventory, type NodePool } from './DeviceInventory';
export { type DevicePool, type PoolDevice } from './devicePool';
export {
  deviceProduct,
  type DeviceKind,
  type DeviceProduct,
} from './deviceProduct';
