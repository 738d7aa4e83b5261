import { bindingKey, type ApprovalBinding } from './approvalBinding';
import {
  isOver,
  type ApprovalPurpose,
  type ApprovalRequest,
} from './approvalRequest';

type Approved = Extract<ApprovalRequest, { state: 'approved' }>;

interface Search {
  readonly requests: readonly ApprovalRequest[];
  readonly purpose: ApprovalPurpose;
  readonly binding: ApprovalBinding;
  /** ISO 8601. */
  readonly now: string;
}

/** Requests for just this promotion whose time is not over, those with the most approvals first. */
export function timelyApprovals(search: Search): ApprovalRequest[] {
  const { requests, purpose, binding, now } = search;
  const key = bindingKey(binding);
  return requests
    .filter(
      request =>
        request.purpose === purpose &&
        bindingKey(request.binding) === key &&
        !isOver(request, now),
    )
    .sort((left, right) => right.decisions.length - left.decisions.length);
}

/**
 * The request among some that is approved for just this promotion and can still be used; the one with the most
 * approvals where there are several.
 *
 * @param search - `now`: ISO 8601
 *
 * @public
 */
export function usableApproval(search: Search): Approved | undefined {
  return timelyApprovals(search).find(request => request.state === 'approved');
}
