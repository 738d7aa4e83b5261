export { GpuCapacityContent } from './GpuCapacityContent';
