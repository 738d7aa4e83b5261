import fc from 'fast-check';
import type { Caller } from './actor';
import { approvalReducer, type ApprovalEvent } from './approvalReducer';
import { approvalRequestSchema, type ApprovalRequest } from './approvalRequest';
import {
  ada,
  agentOf,
  bo,
  cy,
  person,
  RELEASE,
  requestOf,
} from './approvals.fixture';
import { openApproval } from './openApproval';

const AT = '2026-11-21T13:00:00.000Z';
const OVER = '2026-11-22T12:00:00.000Z';

const decide = (
  caller: Caller,
  verdict: 'approve' | 'reject' = 'approve',
): ApprovalEvent => ({ type: 'decide', caller, verdict, at: AT });
const useIt = (
  request: ApprovalRequest,
  caller: Caller = ada,
): ApprovalEvent => ({
  type: 'use',
  caller,
  binding: request.binding,
  at: AT,
});

/** The request after some events, or the code of the first refusal. */
function after(
  request: ApprovalRequest,
  ...events: readonly ApprovalEvent[]
): ApprovalRequest | string {
  let current = request;
  for (const event of events) {
    const result = approvalReducer(current, event);
    if (!result.ok) return result.refusal.code;
    current = result.request;
  }
  return current;
}

const stateAfter = (...events: readonly ApprovalEvent[]) => {
  const result = after(requestOf(), ...events);
  return typeof result === 'string' ? result : result.state;
};

describe('approvalReducer', () => {
  it('is approved by as many people as the class wants', () => {
    expect(stateAfter(decide(bo))).toBe('pending');
    expect(stateAfter(decide(bo), decide(cy))).toBe('approved');
  });

  it('does not count a person twice, whatever the case of their name', () => {
    const shouting = { ...bo, ref: 'User:Default/BO' };
    expect(stateAfter(decide(bo), decide(bo))).toBe('pending');
    expect(stateAfter(decide(bo), decide(shouting))).toBe('pending');
    const request = requestOf();
    const once = approvalReducer(request, decide(bo));
    expect(once.ok && approvalReducer(once.request, decide(bo))).toEqual(once);
  });

  it.each([
    ['own-request', ada],
    ['own-request', { ...ada, ref: 'user:default/ADA' }],
    ['not-a-person', agentOf(bo)],
    ['not-a-person', { ...bo, kind: 'service' as const }],
    ['not-an-approver', person('dee', 'group:default/shop')],
    ['not-an-approver', person('eve')],
  ])('refuses as %s the decision of %j', (code, caller) => {
    expect(stateAfter(decide(caller))).toBe(code);
    expect(stateAfter(decide(caller, 'reject'))).toBe(code);
  });

  it('does not let people approve what an agent asked for on their behalf', () => {
    const request: ApprovalRequest = {
      ...requestOf(),
      requester: { kind: 'agent', ref: bo.ref, agent: 'copilot' },
    };
    expect(after(request, decide(bo))).toBe('own-request');
  });

  it('ends with one rejection, also of one who had approved or after it was approved', () => {
    expect(stateAfter(decide(bo, 'reject'))).toBe('rejected');
    expect(stateAfter(decide(bo), decide(bo, 'reject'))).toBe('rejected');
    expect(stateAfter(decide(bo), decide(cy), decide(cy, 'reject'))).toBe(
      'rejected',
    );
    expect(stateAfter(decide(bo, 'reject'), decide(cy))).toBe('not-open');
    const rejected = after(requestOf(), decide(bo), decide(bo, 'reject'));
    expect(rejected).toMatchObject({
      rejectedBy: { ref: 'user:default/bo' },
      decisions: [{ verdict: 'reject', group: RELEASE }],
    });
  });

  it('is used once, by people, for what it was given', () => {
    const approved = after(requestOf(), decide(bo), decide(cy));
    if (typeof approved === 'string') throw new Error(approved);
    expect(after(approved, useIt(approved))).toMatchObject({
      state: 'used',
      usedBy: { kind: 'user', ref: 'user:default/ada' },
    });
    expect(after(approved, useIt(approved), useIt(approved))).toBe('not-open');
    expect(after(approved, useIt(approved, { ...ada, kind: 'service' }))).toBe(
      'not-a-person',
    );
    for (const part of [
      'controlPlane',
      'project',
      'stage',
      'freight',
      'riskClass',
    ] as const) {
      const binding = { ...approved.binding, [part]: 'other' };
      expect(
        after(approved, { type: 'use', caller: ada, binding, at: AT }),
      ).toBe('other-promotion');
    }
    expect(after(requestOf(), useIt(requestOf()))).toBe('not-open');
  });

  it('expires at its time, approved or not', () => {
    const approved = after(requestOf(), decide(bo), decide(cy));
    if (typeof approved === 'string') throw new Error(approved);
    const justBefore = '2026-11-22T11:59:59.999Z';
    expect(after(approved, { ...useIt(approved), at: OVER })).toBe('expired');
    expect(
      after(approved, { ...useIt(approved), at: justBefore }),
    ).toMatchObject({ state: 'used' });
    expect(after(requestOf(), { ...decide(bo), at: OVER })).toBe('expired');
    expect(after(approved, { type: 'expire', at: OVER })).toMatchObject({
      state: 'expired',
      expiredAt: OVER,
    });
    expect(after(approved, { type: 'expire', at: justBefore })).toBe(
      'not-expired',
    );
  });

  it('is withdrawn by who asked for it only', () => {
    const withdraw = (caller: Caller) =>
      stateAfter({ type: 'withdraw', caller, at: AT });
    expect(withdraw(ada)).toBe('withdrawn');
    expect(withdraw(agentOf(ada))).toBe('withdrawn');
    expect(withdraw(bo)).toBe('not-the-requester');
    expect(withdraw({ ...ada, kind: 'service' })).toBe('not-the-requester');
  });

  it('breaks the glass with a second person, and by people only', () => {
    const request = requestOf({ purpose: 'break-glass' });
    const approved = after(request, decide(bo));
    if (typeof approved === 'string') throw new Error(approved);
    expect(after(request, decide(ada))).toBe('own-request');
    expect(approved.state).toBe('approved');
    expect(after(approved, useIt(approved, agentOf(ada)))).toBe('not-a-person');
    expect(after(approved, useIt(approved))).toMatchObject({ state: 'used' });
  });

  it('keeps its promises whatever happens in whatever order', () => {
    const caller = fc.constantFrom(
      ada,
      bo,
      cy,
      agentOf(bo),
      person('dee', 'group:default/shop'),
      { ...cy, kind: 'service' as const },
    );
    const at = fc
      .integer({ min: 0, max: 30 })
      .map(hours => new Date(Date.UTC(2026, 10, 21, 12 + hours)).toISOString());
    const event = fc.oneof(
      fc.record({
        type: fc.constant('decide' as const),
        caller,
        verdict: fc.constantFrom('approve' as const, 'reject' as const),
        at,
      }),
      fc.record({ type: fc.constant('withdraw' as const), caller, at }),
      fc.record({
        type: fc.constant('use' as const),
        caller,
        binding: fc.constantFrom(requestOf().binding, {
          ...requestOf().binding,
          freight: 'other',
        }),
        at,
      }),
      fc.record({ type: fc.constant('expire' as const), at }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), events => {
        let request = requestOf();
        const useOf: Array<{ state: string; inTime: boolean }> = [];
        for (const next of events) {
          const { state, expiresAt } = request;
          const result = approvalReducer(request, next);
          if (result.ok && next.type === 'use') {
            useOf.push({
              state,
              inTime: Date.parse(next.at) < Date.parse(expiresAt),
            });
          }
          if (result.ok) request = result.request;
        }
        const people = request.decisions.map(({ by }) => by.ref);
        const approvals = request.decisions.filter(
          ({ verdict }) => verdict === 'approve',
        ).length;
        const given = ['approved', 'used'].includes(request.state);
        expect(useOf.slice(1)).toEqual([]);
        expect(useOf).toEqual(
          useOf.map(() => ({ state: 'approved', inTime: true })),
        );
        expect(new Set(people).size).toBe(people.length);
        expect(people.every(ref => [bo.ref, cy.ref].includes(ref))).toBe(true);
        expect(given ? approvals : 2).toBe(2);
        expect(approvalRequestSchema.parse(request)).toEqual(request);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('openApproval', () => {
  const open = (
    change: Partial<Parameters<typeof openApproval>[0]>,
  ): string => {
    const { binding, requestedAt } = requestOf();
    const result = openApproval({
      id: '1',
      purpose: 'promotion',
      binding,
      riskClass: { name: 'migration', approvers: { count: 2, groups: [] } },
      requester: ada,
      ownerRef: 'group:default/shop',
      reason: 'ready',
      requestedAt,
      lifetime: 'PT4H',
      ...change,
    });
    return result.ok
      ? `${
          result.request.requiredApprovals
        } of ${result.request.approverGroups.join()} until ${
          result.request.expiresAt
        }`
      : result.refusal.code;
  };

  it.each([
    [{}, '2 of group:default/shop until 2026-11-21T16:00:00.000Z'],
    [
      { requester: agentOf(ada) },
      '2 of group:default/shop until 2026-11-21T16:00:00.000Z',
    ],
    [{ requester: { ...ada, kind: 'service' as const } }, 'not-a-person'],
    [{ ownerRef: undefined }, 'no-approvers'],
    [
      {
        riskClass: { name: 'application', approvers: { count: 0, groups: [] } },
      },
      'not-needed',
    ],
    [{ purpose: 'break-glass' as const }, 'reason-too-short'],
    [
      { purpose: 'break-glass' as const, reason: `ab${' '.repeat(30)}` },
      'reason-too-short',
    ],
    [
      {
        purpose: 'break-glass' as const,
        reason: 'a reason of letters, enough',
        riskClass: { name: 'application', approvers: { count: 0, groups: [] } },
      },
      '1 of group:default/shop until 2026-11-21T16:00:00.000Z',
    ],
    [
      {
        purpose: 'break-glass' as const,
        reason: 'a reason of letters, enough',
        requester: agentOf(ada),
      },
      'not-a-person',
    ],
  ])('with %j gives %s', (change, expected) => {
    expect(open(change)).toBe(expected);
  });
});
