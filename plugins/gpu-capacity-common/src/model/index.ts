export {
  NODE_STATES,
  readAcceleratorNode,
  type AcceleratorNode,
  type NodeState,
} from './node';
export {
  HOLDINGS,
  readAcceleratorPod,
  type AcceleratorPod,
  type Holding,
} from './pod';
export { parseQuantity } from './quantity';
export type { ResourceCounts } from './resourceCounts';
