export { GpuCapacityPages } from './GpuCapacityPages';
export { LegacyGpuCapacityPage } from './LegacyGpuCapacityPage';
