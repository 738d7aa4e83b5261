import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import type {
  ApprovalRefusal,
  ApprovalRefusalCode,
} from '@fairway/plugin-kargo-common';

type ErrorClass =
  | typeof ConflictError
  | typeof InputError
  | typeof NotAllowedError;

const ERRORS: Readonly<Record<ApprovalRefusalCode, ErrorClass>> = {
  'not-a-person': NotAllowedError,
  'own-request': NotAllowedError,
  'not-an-approver': NotAllowedError,
  'not-the-requester': NotAllowedError,
  'not-open': ConflictError,
  expired: ConflictError,
  'not-expired': ConflictError,
  'other-promotion': ConflictError,
  'no-approvers': ConflictError,
  'not-needed': InputError,
  'reason-too-short': InputError,
};

/** The error that a caller gets for a refusal. */
export function refusalError(refusal: ApprovalRefusal): Error {
  return new ERRORS[refusal.code](refusal.message);
}
