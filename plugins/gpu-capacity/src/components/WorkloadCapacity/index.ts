export { WorkloadCapacity } from './WorkloadCapacity';
