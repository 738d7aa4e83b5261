/**
 * Why something cannot be done to a request.
 *
 * - `not-a-person`: an agent or a service wants what only a person may
 * - `own-request`: somebody wants to approve what they asked for themselves
 * - `not-an-approver`: they are in none of the groups
 * - `not-the-requester`: they want to withdraw what another one asked for
 * - `not-open`: it has come to its end, or is not approved where it must be
 * - `expired`: its time is over
 * - `not-expired`: its time is not over yet
 * - `other-promotion`: it was approved for something else
 * - `no-approvers`: neither the risk class nor an owner of the entity says who may approve
 * - `not-needed`: the risk class wants no approval
 * - `reason-too-short`: breaking the glass needs a reason that others understand
 *
 * @public
 */
export type ApprovalRefusalCode =
  | 'not-a-person'
  | 'own-request'
  | 'not-an-approver'
  | 'not-the-requester'
  | 'not-open'
  | 'expired'
  | 'not-expired'
  | 'other-promotion'
  | 'no-approvers'
  | 'not-needed'
  | 'reason-too-short';

/** @public */
export interface ApprovalRefusal {
  readonly code: ApprovalRefusalCode;
  /** One sentence for the caller. */
  readonly message: string;
}

/**
 * What became of a request, or why nothing did.
 *
 * @public
 */
export type ApprovalResult<R> =
  | { readonly ok: true; readonly request: R }
  | { readonly ok: false; readonly refusal: ApprovalRefusal };

/** The result that says why not. */
export function refuse(
  code: ApprovalRefusalCode,
  message: string,
): { readonly ok: false; readonly refusal: ApprovalRefusal } {
  return { ok: false, refusal: { code, message } };
}
