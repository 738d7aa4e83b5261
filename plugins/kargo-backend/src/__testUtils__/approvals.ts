import {
  openApproval,
  type ApprovalPurpose,
  type ApprovalRequest,
  type Caller,
} from '@fairway/plugin-kargo-common';

/** Groups and people of the tests. */
export const RELEASE = 'group:default/release';

/** A person in some groups. */
export function person(name: string, ...groups: readonly string[]): Caller {
  const ref = `user:default/${name}`;
  return { kind: 'user', ref, ownershipRefs: [ref, ...groups] };
}

export const ada = person('ada', RELEASE);
export const bo = person('bo', RELEASE);
export const cy = person('cy', RELEASE);
export const dee = person('dee', RELEASE);

/** A class that two members of the group approve. */
export const infrastructure = {
  name: 'infrastructure',
  approvers: { count: 2, groups: [RELEASE] },
};

export const promotion = {
  controlPlane: 'emea',
  project: 'orders',
  stage: 'prod',
  freight: '76415fe',
};

/** A request of Ada's, at noon and for a day. */
export function requestOf(
  id: string,
  options: {
    readonly purpose?: ApprovalPurpose;
    readonly freight?: string;
    readonly requestedAt?: string;
  } = {},
): ApprovalRequest {
  const result = openApproval({
    id,
    purpose: options.purpose ?? 'promotion',
    binding: { ...promotion, freight: options.freight ?? promotion.freight },
    riskClass: infrastructure,
    requester: ada,
    ownerRef: undefined,
    reason: 'customers cannot pay since noon',
    requestedAt: options.requestedAt ?? '2026-11-21T12:00:00.000Z',
    lifetime: 'P1D',
  });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.request;
}
