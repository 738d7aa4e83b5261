import type {
  ApprovalActor,
  ApprovalRequest,
  ApprovalState,
} from '@fairway/plugin-kargo-common';
import type { ApprovalChange } from './ApprovalStore';

/**
 * What happened to a request, told once, after it is kept. `decided`: somebody approved, and others have to too.
 */
export interface ApprovalNews {
  readonly type:
    | 'requested'
    | 'decided'
    | 'approved'
    | 'rejected'
    | 'withdrawn'
    | 'expired'
    | 'used';
  readonly request: ApprovalRequest;
  /** Who did it; absent where time did. */
  readonly actor: ApprovalActor | undefined;
  /** ISO 8601. */
  readonly at: string;
}

const TYPES: Readonly<Record<ApprovalState, ApprovalNews['type']>> = {
  pending: 'decided',
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  expired: 'expired',
  used: 'used',
};

/** What a change of a request is told as. */
export function newsOf(
  change: ApprovalChange,
  options: { readonly actor: ApprovalActor | undefined; readonly at: string },
): ApprovalNews {
  return {
    type: TYPES[change.after.state],
    request: change.after,
    actor: options.actor,
    at: options.at,
  };
}
