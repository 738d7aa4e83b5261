export {
  APPROVAL_ACTOR_KINDS,
  samePerson,
  type ApprovalActor,
  type Caller,
} from './actor';
export type { ApprovalBinding } from './approvalBinding';
export { approvalReducer, type ApprovalEvent } from './approvalReducer';
export type {
  ApprovalRefusal,
  ApprovalRefusalCode,
  ApprovalResult,
} from './approvalRefusal';
export {
  APPROVAL_PURPOSES,
  approvalRequestSchema,
  type ApprovalDecision,
  type ApprovalPurpose,
  type ApprovalRequest,
  type ApprovalState,
} from './approvalRequest';
export { missingApprovals } from './missingApprovals';
export { usableApproval } from './usableApproval';
export { BREAK_GLASS_REASON_LENGTH, openApproval } from './openApproval';
