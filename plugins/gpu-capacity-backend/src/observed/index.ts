export { AcceleratorPods } from './AcceleratorPods';
export { ObservedQueues, type QueueState } from './ObservedQueues';
export { ObservedWorkloads, type WorkloadState } from './ObservedWorkloads';
export { FlavorHardware, type FlavorHardwareState } from './FlavorHardware';
