export {
  readClusterQueue,
  type ClusterQueue,
  type FlavorFungibility,
  type PreemptionPolicies,
  type StopPolicy,
} from './clusterQueue';
export { readCohort, type Cohort } from './cohort';
export type { KueueCondition } from './condition';
export {
  flavorMismatch,
  type FlavorRequirement,
  type FlavorWishes,
} from './flavorMatch';
export type {
  FlavorAttempt,
  GroupAttempt,
  QuotaQueue,
  QuotaRequest,
} from './flavorSearch';
export type { FlavorUsage } from './flavorUsage';
export { closedQueue } from './gateSentence';
export {
  readKueueWorkload,
  type KueuePodSet,
  type KueueWorkload,
  type KueueWorkloadState,
  type PodSetAssignment,
} from './kueueWorkload';
export { readLocalQueue, type LocalQueue } from './localQueue';
export {
  queueAhead,
  readPendingPositions,
  type PendingPosition,
  type QueueAhead,
} from './pendingPosition';
export {
  PENDING_CAUSES,
  pendingReason,
  type PendingCause,
  type PendingReason,
} from './pendingReason';
export { pendingWorkloads, type PendingWorkload } from './pendingWorkloads';
export {
  quotaGate,
  quotaGateOfPodSets,
  type QuotaGate,
  type QuotaGateOutcome,
} from './quotaGate';
export {
  compareQuotaWithHardware,
  flavorsWithoutNodes,
  isOfFlavor,
  type FlavorNode,
  type QuotaAgainstHardware,
} from './quotaHardware';
export { quotaRows, type QuotaRow } from './quotaRows';
export type { QuotaStep, QuotaStepMode } from './quotaStep';
export { QuotaTree, type CohortProblem, type QuotaStanding } from './QuotaTree';
export {
  readResourceFlavor,
  type FlavorTaint,
  type FlavorToleration,
  type ResourceFlavor,
} from './resourceFlavor';
export type {
  FlavorQuota,
  FlavorResource,
  ResourceGroup,
} from './resourceGroup';
export {
  findStarvingQueues,
  waitedSecondsOf,
  type StarvingQueue,
} from './starvation';
export { readKueueTopology, type KueueTopology } from './topology';
export type { TopologyAssignment } from './topologyAssignment';
export { topologyRequestOf, type TopologyRequest } from './topologyRequest';
