export {
  gpuCapacitySchema,
  type GpuCapacity,
  type GroupView,
  type NodeView,
  type PodView,
  type PoolCapacity,
  type WorkloadCapacity,
} from './gpuCapacity';
export { groupName, poolHeadline, workloadHeadline } from './headline';
