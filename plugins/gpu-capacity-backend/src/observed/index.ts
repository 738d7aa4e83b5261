export { AcceleratorPods } from './AcceleratorPods';
export { ObservedQueues, type QueueState } from './ObservedQueues';
export { ObservedWorkloads, type WorkloadState } from './ObservedWorkloads';
export { FlavorHardware, type FlavorHardwareState } from './FlavorHardware';
export type { ServedKind } from './ServedKind';
export { ServedObservation } from './ServedObservation';
