import type { Caller } from './actor';
import type { ApprovalPurpose, ApprovalRequest } from './approvalRequest';
import { openApproval } from './openApproval';

/** A person in some groups. */
export function person(name: string, ...groups: readonly string[]): Caller {
  const ref = `user:default/${name}`;
  return { kind: 'user', ref, ownershipRefs: [ref, ...groups] };
}

/** An agent on behalf of a person. */
export function agentOf(caller: Caller): Caller {
  return { ...caller, kind: 'agent', agent: 'copilot' };
}

export const RELEASE = 'group:default/release';

export const ada = person('ada', RELEASE);
export const bo = person('bo', RELEASE);
export const cy = person('cy', 'group:default/shop', RELEASE);

/** A request of Ada's, at 12:00 and for a day, which two others must approve. */
export function requestOf(
  options: {
    readonly id?: string;
    readonly purpose?: ApprovalPurpose;
    readonly count?: number;
    readonly freight?: string;
  } = {},
): ApprovalRequest {
  const result = openApproval({
    id: options.id ?? 'request-1',
    purpose: options.purpose ?? 'promotion',
    binding: {
      controlPlane: 'emea',
      project: 'orders',
      stage: 'prod',
      freight: options.freight ?? '76415fe',
    },
    riskClass: {
      name: 'infrastructure',
      approvers: { count: options.count ?? 2, groups: [RELEASE] },
    },
    requester: ada,
    ownerRef: undefined,
    reason: 'customers cannot pay since the certificate expired',
    requestedAt: '2026-11-21T12:00:00.000Z',
    lifetime: 'P1D',
  });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.request;
}
