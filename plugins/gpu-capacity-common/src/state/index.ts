export { ClusterState } from './ClusterState';
export type { NodeState } from './NodeState';
export { NO_USAGE, usageWith, type NodeUsage } from './NodeUsage';
