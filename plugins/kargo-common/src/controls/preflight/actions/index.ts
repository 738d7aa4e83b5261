export { preflightAbort, type AbortInput } from './abort';
export type { ActionBasis } from './actionBasis';
export {
  preflightApproveFreight,
  type ApproveFreightInput,
} from './approveFreight';
export { preflightBasis } from './basis';
export { preflightReverify, type ReverifyInput } from './reverify';
