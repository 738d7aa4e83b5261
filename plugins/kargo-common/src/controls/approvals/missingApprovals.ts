import { approverGroupsOf, type RiskClass } from '../riskClass/riskClass';
import type { ApprovalBinding } from './approvalBinding';
import { isOpen, type ApprovalRequest } from './approvalRequest';
import { timelyApprovals } from './usableApproval';

/**
 * The approvals that a promotion lacks, counted from the request that has the most.
 *
 * @param options - `requests`: for this promotion, whatever their state; `now`: ISO 8601; `ownerRef`: of the entity, who
 * approves where the class names nobody
 *
 * @returns `undefined` where the class asks for none, or all are there
 *
 * @public
 */
export function missingApprovals(options: {
  readonly requests: readonly ApprovalRequest[];
  readonly binding: ApprovalBinding;
  readonly riskClass: Pick<RiskClass, 'approvers'>;
  readonly ownerRef: string | undefined;
  readonly now: string;
}): { readonly missing: number; readonly from: readonly string[] } | undefined {
  const { requests, binding, now, riskClass } = options;
  const { count } = riskClass.approvers;
  const given = timelyApprovals({
    requests,
    binding,
    now,
    purpose: 'promotion',
  }).find(isOpen)?.decisions.length;
  const missing = count - (given ?? 0);
  return missing > 0 ? { missing, from: approverGroupsOf(options) } : undefined;
}
