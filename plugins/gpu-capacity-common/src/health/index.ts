export {
  blackHoleNodes,
  DEFAULT_BLACK_HOLE_RULE,
  isRefusal,
  type BlackHoleNode,
  type BlackHoleRule,
  type FailedPod,
} from './blackHoleNodes';
export { readFailedPod } from './failedPod';
