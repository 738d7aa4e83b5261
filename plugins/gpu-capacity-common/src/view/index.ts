export {
  GATE_OUTCOMES,
  type FitView,
  type GateOutcome,
  type NearMissView,
  type QuotaGateView,
} from './fitView';
export { gpuCapacitySchema, type GpuCapacity } from './gpuCapacity';
export { ledgerView, readLedgerView, type LedgerView } from './ledgerView';
export type { MoveOptionView, MoveView } from './moveView';
export { podRefSchema, type PodRef } from './podRef';
export {
  HEALTH_KINDS,
  type GroupView,
  type HealthKind,
  type HealthView,
  type NodeView,
  type PartView,
  type PoolCapacity,
} from './poolView';
export type {
  ClusterQueueView,
  PendingWorkloadView,
  QueuesView,
  QuotaHardwareView,
  QuotaRowView,
  StarvingView,
} from './queuesView';
export {
  whatIfRequestSchema,
  whatIfSchema,
  type WhatIf,
  type WhatIfRequest,
} from './whatIf';
export type { DemandView, PodView, WorkloadCapacity } from './workloadView';
