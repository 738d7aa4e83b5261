export {
  deviceAccount,
  type DeviceAccount,
  type DeviceEntry,
  type DeviceState,
  type PhysicalDevice,
} from './deviceAccount';
export { holderShares, type HolderShare } from './holderShares';
export { partitionRoom, type PartitionRoom } from './partitionRoom';
export { unpublishedDevices } from './unpublishedDevices';
