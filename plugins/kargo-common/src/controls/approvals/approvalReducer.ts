import { actorOf, membershipOf, samePerson, type Caller } from './actor';
import { bindingKey, type ApprovalBinding } from './approvalBinding';
import {
  isOpen,
  isOver,
  sharedOf,
  type ApprovalDecision,
  type ApprovalRequest,
} from './approvalRequest';
import { refuse, type ApprovalResult } from './approvalRefusal';

/**
 * What can happen to a request. `at` is ISO 8601.
 *
 * @public
 */
export type ApprovalEvent =
  | {
      readonly type: 'decide';
      readonly caller: Caller;
      readonly verdict: ApprovalDecision['verdict'];
      readonly comment?: string;
      readonly at: string;
    }
  | { readonly type: 'withdraw'; readonly caller: Caller; readonly at: string }
  | {
      readonly type: 'use';
      readonly caller: Caller;
      readonly binding: ApprovalBinding;
      readonly at: string;
    }
  | { readonly type: 'expire'; readonly at: string };

type Result = ApprovalResult<ApprovalRequest>;
type EventOf<T extends ApprovalEvent['type']> = Extract<
  ApprovalEvent,
  { type: T }
>;

/**
 * Moves a request on. Where nothing changes, such as when somebody says twice the same, the request is the one that was
 * given.
 *
 * People decide, never agents; nobody decides about their own request; one rejection is enough, also after it was
 * approved; an approval is used once, for what it was given and before it expires.
 *
 * @public
 */
export function approvalReducer(
  request: ApprovalRequest,
  event: ApprovalEvent,
): Result {
  if (!isOpen(request)) {
    return refuse('not-open', `The request is ${request.state} already.`);
  }
  if (event.type === 'expire') return expire(request, event);
  if (isOver(request, event.at)) {
    return refuse('expired', `The request expired at ${request.expiresAt}.`);
  }
  switch (event.type) {
    case 'decide':
      return decide(request, event);
    case 'withdraw':
      return withdraw(request, event);
    default:
      return use(request, event);
  }
}

function decide(request: ApprovalRequest, event: EventOf<'decide'>): Result {
  const { caller, verdict, comment, at } = event;
  if (caller.kind !== 'user') {
    return refuse(
      'not-a-person',
      'Only a person can decide about a request, not an agent or a service.',
    );
  }
  if (samePerson(caller, request.requester)) {
    return refuse(
      'own-request',
      'You asked for this yourself; somebody else has to decide.',
    );
  }
  const group = membershipOf(caller, request.approverGroups);
  if (!group) {
    return refuse(
      'not-an-approver',
      `Members of ${request.approverGroups.join(', ')} decide about this.`,
    );
  }
  const earlier = request.decisions.find(decision =>
    samePerson(decision.by, caller),
  );
  if (earlier?.verdict === verdict) return { ok: true, request };
  if (request.state === 'approved' && verdict === 'approve') {
    return refuse('not-open', 'The request is approved already.');
  }
  const decisions = [
    ...request.decisions.filter(decision => decision !== earlier),
    {
      by: actorOf(caller),
      group,
      verdict,
      ...(comment !== undefined && { comment }),
      at,
    },
  ];
  const shared = { ...sharedOf(request), decisions };
  if (verdict === 'reject') {
    return {
      ok: true,
      request: {
        ...shared,
        state: 'rejected',
        rejectedAt: at,
        rejectedBy: actorOf(caller),
      },
    };
  }
  return {
    ok: true,
    request:
      decisions.length >= request.requiredApprovals
        ? { ...shared, state: 'approved', approvedAt: at }
        : { ...shared, state: 'pending' },
  };
}

function withdraw(
  request: ApprovalRequest,
  event: EventOf<'withdraw'>,
): Result {
  if (!samePerson(event.caller, request.requester)) {
    return refuse(
      'not-the-requester',
      'Only who asked for an approval can withdraw the request.',
    );
  }
  return {
    ok: true,
    request: {
      ...sharedOf(request),
      state: 'withdrawn',
      withdrawnAt: event.at,
    },
  };
}

function use(request: ApprovalRequest, event: EventOf<'use'>): Result {
  const { caller, binding, at } = event;
  if (request.state !== 'approved') {
    return refuse('not-open', 'The request is not approved yet.');
  }
  if (
    caller.kind === 'service' ||
    (request.purpose === 'break-glass' && caller.kind !== 'user')
  ) {
    return refuse('not-a-person', 'Only a person can use this approval.');
  }
  if (bindingKey(binding) !== bindingKey(request.binding)) {
    return refuse(
      'other-promotion',
      'The approval is for another freight, stage or risk class.',
    );
  }
  return {
    ok: true,
    request: {
      ...sharedOf(request),
      state: 'used',
      usedAt: at,
      usedBy: actorOf(caller),
    },
  };
}

function expire(request: ApprovalRequest, event: EventOf<'expire'>): Result {
  if (!isOver(request, event.at)) {
    return refuse(
      'not-expired',
      `The request does not expire before ${request.expiresAt}.`,
    );
  }
  return {
    ok: true,
    request: { ...sharedOf(request), state: 'expired', expiredAt: event.at },
  };
}
