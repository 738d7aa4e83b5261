import type { ResourceProjection } from '@fairway/kubernetes-resources';
import {
  NodePartsPool,
  ShapePool,
  readClusterNode,
  readClusterPod,
  readDisruptionBudget,
  readFailedPod,
  type AcceleratorRegistry,
  type ClusterNode,
  type ClusterPod,
  type DisruptionBudget,
  type FailedPod,
} from '@fairway/plugin-gpu-capacity-common';

/** What is kept of a node: all that the scheduler looks at. What equal nodes have in common is kept once. */
export function nodeProjection(
  registry?: AcceleratorRegistry,
): ResourceProjection<ClusterNode> {
  const pool = NodePartsPool.create();
  return {
    id: 'gpu-capacity.node',
    trim: object => readClusterNode(object, registry, pool),
  };
}

/** What is kept of a pod that has not ended. What equal pods have in common is kept once. */
export function podProjection(
  pool: ShapePool = ShapePool.create(),
): ResourceProjection<ClusterPod> {
  return {
    id: 'gpu-capacity.pod',
    trim: object => readClusterPod(object, pool),
  };
}

export const budgetProjection: ResourceProjection<DisruptionBudget> = {
  id: 'gpu-capacity.budget',
  trim: readDisruptionBudget,
};

/** What is kept of a pod that has failed: nothing, unless its node has refused it. */
export const failedPodProjection: ResourceProjection<FailedPod> = {
  id: 'gpu-capacity.failed-pod',
  trim: readFailedPod,
};
