export {
  NODE_STATES,
  readClusterNode,
  type ClusterNode,
  type NodeProblem,
  type NodeCondition,
  type Taint,
} from './clusterNode';
export {
  HOLDINGS,
  IMMOVABLE_REASONS,
  readClusterPod,
  type ClusterPod,
  type Holding,
  type ImmovableReason,
  type PodOwner,
} from './clusterPod';
export { podRequests } from './podRequests';
export {
  UNEVALUATED_RULES,
  readPodShape,
  shapeOfRequests,
  type AdmissionContext,
  type HostPort,
  type NodeSelectorTerm,
  type ShapeClaim,
  type PodShape,
  type RuntimeClass,
  type Toleration,
  type UnevaluatedRule,
} from './podShape';
export type { PodSpec, PodStatus } from './podSpec';
export { parseQuantity, quantityInUnits } from './quantity';
export {
  addAmounts,
  maxAmounts,
  multiplyAmounts,
  readResourceAmounts,
  type ResourceAmounts,
} from './resourceAmounts';
export { NodePartsPool } from './NodePartsPool';
export { ShapePool } from './ShapePool';
