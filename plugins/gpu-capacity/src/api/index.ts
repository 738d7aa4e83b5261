export { gpuCapacityApiRef, type GpuCapacityApi } from './GpuCapacityApi';
export { GpuCapacityClient } from './GpuCapacityClient';
