export { preflightAbort, type AbortInput } from './abort';
export type { ActionBasis } from './actionBasis';
export {
  preflightApproveFreight,
  type ApproveFreightInput,
} from './approveFreight';
export { preflightRefresh } from './refresh';
export { preflightReverify, type ReverifyInput } from './reverify';
