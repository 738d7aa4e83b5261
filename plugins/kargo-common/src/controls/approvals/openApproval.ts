import { Duration } from 'luxon';
import { approverGroupsOf, type RiskClass } from '../riskClass/riskClass';
import { actorOf, type Caller } from './actor';
import type { ApprovalBinding } from './approvalBinding';
import type { ApprovalRequest, ApprovalPurpose } from './approvalRequest';
import { refuse, type ApprovalResult } from './approvalRefusal';

/**
 * Characters that a reason to break the glass has at least.
 *
 * @public
 */
export const BREAK_GLASS_REASON_LENGTH = 20;

/** Four eyes are enough in an emergency, and they are needed whatever the class says. */
const BREAK_GLASS_APPROVALS = 1;

/**
 * A new request.
 *
 * @param options - `requestedAt`: ISO 8601; `lifetime`: ISO 8601 duration after which it expires
 *
 * @public
 */
export function openApproval(options: {
  readonly id: string;
  readonly purpose: ApprovalPurpose;
  readonly binding: Omit<ApprovalBinding, 'riskClass'>;
  readonly riskClass: Pick<RiskClass, 'name' | 'approvers'>;
  readonly requester: Caller;
  /** Owner of the entity, whose members approve where the class names no groups. */
  readonly ownerRef: string | undefined;
  readonly reason: string;
  readonly requestedAt: string;
  readonly lifetime: string;
}): ApprovalResult<ApprovalRequest> {
  const { purpose, riskClass, requester, ownerRef, requestedAt } = options;
  const breakGlass = purpose === 'break-glass';
  const reason = options.reason.trim();
  const groups = approverGroupsOf({ riskClass, ownerRef });
  if (requester.kind === 'service') {
    return refuse('not-a-person', 'A service cannot ask for an approval.');
  }
  if (breakGlass && requester.kind !== 'user') {
    return refuse(
      'not-a-person',
      'Only a person can ask to break the glass, not an agent on their behalf.',
    );
  }
  if (breakGlass && reason.length < BREAK_GLASS_REASON_LENGTH) {
    return refuse(
      'reason-too-short',
      `Say in ${BREAK_GLASS_REASON_LENGTH} characters or more why the controls should not hold this time.`,
    );
  }
  if (!breakGlass && riskClass.approvers.count === 0) {
    return refuse(
      'not-needed',
      `The risk class ${riskClass.name} wants no approval.`,
    );
  }
  if (groups.length === 0) {
    return refuse(
      'no-approvers',
      `Nobody can approve: the risk class ${riskClass.name} names no groups and the entity has no owner.`,
    );
  }
  const { controlPlane, project, stage, freight } = options.binding;
  return {
    ok: true,
    request: {
      state: 'pending',
      id: options.id,
      purpose,
      binding: {
        controlPlane,
        project,
        stage,
        freight,
        riskClass: riskClass.name,
      },
      requester: actorOf(requester),
      reason,
      requiredApprovals: breakGlass
        ? BREAK_GLASS_APPROVALS
        : riskClass.approvers.count,
      approverGroups: [...groups],
      requestedAt,
      expiresAt: new Date(
        Date.parse(requestedAt) + Duration.fromISO(options.lifetime).toMillis(),
      ).toISOString(),
      decisions: [],
    },
  };
}
