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
export { parseQuantity, quantityInUnits } from './quantity';
export {
  addAmounts,
  maxAmounts,
  multiplyAmounts,
  readResourceAmounts,
  type ResourceAmounts,
} from './resourceAmounts';
export type { ResourceCounts } from './resourceCounts';
