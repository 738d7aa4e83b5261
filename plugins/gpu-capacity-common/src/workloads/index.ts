export { acceleratorDemand, asksForAccelerators } from './acceleratorDemand';
export {
  admissionContext,
  readPriorityClass,
  readRuntimeClass,
  type PriorityClass,
} from './admission';
export { readDeployment, readStatefulSet } from './deployment';
export { hasEnded } from './hasEnded';
export { readInferenceService } from './inferenceService';
export { readJob } from './job';
export { readJobSet } from './jobSet';
export { readLeaderWorkerSet } from './leaderWorkerSet';
export { pieceNameOf, podOwners } from './podOwners';
export type { PodTemplate } from './podTemplate';
export { readRayCluster } from './rayCluster';
export { readRayJob } from './rayJob';
export { readRayService } from './rayService';
export { readWorkloadDemand } from './readWorkloadDemand';
export {
  readHorizontalPodAutoscaler,
  readScaledObject,
  withReplicaRange,
  type ReplicaRange,
} from './replicaRange';
export type {
  Ceiling,
  WorkloadDemand,
  WorkloadFinding,
  WorkloadPiece,
  WorkloadRef,
  WorkloadUpgrade,
} from './workloadDemand';
export { workloadOf, type KnownOwners, type OwnedPod } from './workloadOf';
