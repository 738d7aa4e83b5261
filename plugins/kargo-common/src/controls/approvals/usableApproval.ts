import { bindingKey, type ApprovalBinding } from './approvalBinding';
import {
  isOver,
  type ApprovalPurpose,
  type ApprovalRequest,
} from './approvalRequest';

/**
 * The request among some that is approved for just this promotion and can still be used; the one with the most
 * approvals where there are several.
 *
 * @param options - `now`: ISO 8601
 *
 * @public
 */
export function usableApproval(options: {
  readonly requests: readonly ApprovalRequest[];
  readonly purpose: ApprovalPurpose;
  readonly binding: ApprovalBinding;
  readonly now: string;
}): Extract<ApprovalRequest, { state: 'approved' }> | undefined {
  const { requests, purpose, binding, now } = options;
  const key = bindingKey(binding);
  const [best] = requests
    .filter(request => request.state === 'approved')
    .filter(
      request =>
        request.purpose === purpose &&
        bindingKey(request.binding) === key &&
        !isOver(request, now),
    )
    .sort((left, right) => right.decisions.length - left.decisions.length);
  return best;
}
