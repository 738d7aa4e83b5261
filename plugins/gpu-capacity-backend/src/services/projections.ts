import type { ResourceProjection } from '@fairway/kubernetes-resources';
import {
  readAcceleratorNode,
  readAcceleratorPod,
  type AcceleratorNode,
  type AcceleratorPod,
} from '@fairway/plugin-gpu-capacity-common';

/** What is kept of a node: nothing where it has no accelerators. */
export const nodeProjection: ResourceProjection<AcceleratorNode> = {
  id: 'gpu-capacity.node',
  trim: readAcceleratorNode,
};

/** What is kept of a pod: nothing where it holds no accelerators and asks for none. */
export const podProjection: ResourceProjection<AcceleratorPod> = {
  id: 'gpu-capacity.pod',
  trim: readAcceleratorPod,
};
