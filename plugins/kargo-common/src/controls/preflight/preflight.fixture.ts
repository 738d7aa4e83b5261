import type { ApprovalRequest } from '../approvals';
import { approvalReducer } from '../approvals/approvalReducer';
import { bo, cy, requestOf } from '../approvals/approvals.fixture';
import { readRiskClasses, type RiskClass } from '../riskClass';
import type { Observed, PreflightInput } from './preflightInput';

/** What was looked at. */
export function seen<T>(value: T): Observed<T> {
  return { status: 'observed', value };
}

const AT = '2026-11-21T13:00:00.000Z';

/** A request of Ada's that Bo and Cy approved. */
export function approvedRequest(
  options: Parameters<typeof requestOf>[0] = {},
): ApprovalRequest {
  let request = requestOf(options);
  for (const caller of [bo, cy]) {
    const result = approvalReducer(request, {
      type: 'decide',
      caller,
      verdict: 'approve',
      at: AT,
    });
    if (result.ok) request = result.request;
  }
  return request;
}

/** The shipped class of a name, with some keys set. */
export function classOf(
  name: string,
  change: Partial<RiskClass> = {},
): RiskClass {
  const found = readRiskClasses({}).find(one => one.name === name);
  if (!found) throw new Error(`There is no class ${name}`);
  return { ...found, ...change };
}

/** A promotion of an infrastructure change, handed off, against which nothing stands. */
export const clearInput: PreflightInput = {
  now: AT,
  intent: 'promote',
  via: 'hand-off',
  executingEnabled: false,
  support: { supported: true },
  binding: requestOf().binding,
  riskClass: classOf('infrastructure'),
  availability: seen({
    available: true,
    reasons: [],
    availableAt: undefined,
    byManualApproval: false,
  }),
  window: seen({
    status: 'open',
    until: undefined,
    closesBy: [],
    problems: [],
  }),
  approvals: seen([approvedRequest()]),
  soak: seen('PT1H'),
  verification: seen({ verified: true, latestPhase: 'Successful' }),
  health: seen({ status: 'Healthy', issues: [] }),
  hold: seen(undefined),
  permission: seen({ allowed: true, needs: 'kargo.promotion.create' }),
  clusterAccess: seen({ allowed: true, needs: 'promote on stages/prod' }),
  diff: seen({ changes: ['orders 1.8.2 to 1.8.3'], irreversible: [] }),
  controller: seen({ name: 'emea', alive: true, lastSeenAt: AT }),
  queue: seen({ running: undefined, pending: [] }),
};
