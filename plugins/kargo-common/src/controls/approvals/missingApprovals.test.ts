import type { ApprovalRequest } from './approvalRequest';
import { bo, RELEASE, requestOf } from './approvals.fixture';
import { missingApprovals } from './missingApprovals';

const decision = {
  by: { kind: bo.kind, ref: bo.ref },
  group: RELEASE,
  verdict: 'approve',
  at: '2026-11-21T12:10:00.000Z',
} as const;
const asked = requestOf();
const approvedByBo: ApprovalRequest = { ...asked, decisions: [decision] };

const missing = (
  requests: readonly ApprovalRequest[],
  options: { readonly count?: number; readonly now?: string } = {},
) =>
  missingApprovals({
    requests,
    binding: asked.binding,
    riskClass: { approvers: { count: options.count ?? 2, groups: [] } },
    ownerRef: RELEASE,
    now: options.now ?? '2026-11-21T13:00:00.000Z',
  });

describe('missingApprovals', () => {
  it.each([
    ['nobody has asked', [], 2],
    ['nobody has decided yet', [asked], 2],
    ['one of two has approved', [asked, approvedByBo], 1],
    [
      'the one that somebody approved was withdrawn',
      [
        {
          ...approvedByBo,
          state: 'withdrawn',
          withdrawnAt: '2026-11-21T12:20:00.000Z',
        } satisfies ApprovalRequest,
      ],
      2,
    ],
    [
      'what was approved is other freight',
      [{ ...approvedByBo, binding: { ...asked.binding, freight: 'other' } }],
      2,
    ],
  ])('counts where %s', (_, requests, count) => {
    expect(missing(requests)).toEqual({ missing: count, from: [RELEASE] });
  });

  it('misses none where all have approved, or the class asks for none', () => {
    const both = {
      ...approvedByBo,
      state: 'approved',
      approvedAt: '2026-11-21T12:30:00.000Z',
      decisions: [decision, { ...decision, by: { kind: 'user', ref: 'c' } }],
    } satisfies ApprovalRequest;
    expect(missing([both])).toBeUndefined();
    expect(missing([], { count: 0 })).toBeUndefined();
  });

  it('misses all again once the request is over', () => {
    expect(
      missing([approvedByBo], { now: '2026-11-22T12:00:00.000Z' }),
    ).toMatchObject({ missing: 2 });
  });
});
