export type { ApprovalNews } from './approvalNews';
export { ApprovalService } from './ApprovalService';
export type { ApprovalFilter, ApprovalStore } from './ApprovalStore';
export { DatabaseApprovalStore } from './DatabaseApprovalStore';
