export {
  GATE_OUTCOMES,
  type FitView,
  type GateOutcome,
  type NearMissView,
  type QuotaGateView,
} from './fitView';
export { gpuCapacitySchema, type GpuCapacity } from './gpuCapacity';
export {
  HISTORY_RANGES,
  HISTORY_RESOLUTIONS,
  historyRequestSchema,
  poolHistorySchema,
  type HistoryPoint,
  type HistoryRange,
  type HistoryRequest,
  type HistoryResolution,
  type PoolHistory,
} from './historyView';
export { ledgerView, readLedgerView, type LedgerView } from './ledgerView';
export { moneySchema, type Money } from './moneyView';
export type { MoveOptionView, MoveView } from './moveView';
export {
  COST_OWNERS,
  EXHAUSTION_STATUSES,
  RECLAIM_KINDS,
  overviewSchema,
  type CostOwner,
  type ExhaustionStatus,
  type ExhaustionView,
  type Overview,
  type OverviewCluster,
  type OverviewCost,
  type OwnerCostView,
  type ReclaimKind,
  type ReclaimView,
} from './overviewView';
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
  AdmissionWaitView,
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
export type {
  DemandView,
  PodView,
  RightSizeView,
  WorkloadCapacity,
} from './workloadView';
