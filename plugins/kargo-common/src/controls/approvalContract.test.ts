import {
  approvalResponseSchema,
  decideApprovalBodySchema,
  listApprovalsQuerySchema,
  requestApprovalBodySchema,
} from './approvalContract';
import { requestOf } from './approvals/approvals.fixture';

const body = {
  controlPlane: 'emea',
  project: 'orders',
  stage: 'prod',
  freight: '76415fe',
  entityRef: 'component:default/orders',
  reason: ' ready ',
};

describe('approvalContract', () => {
  it('reads a request, a decision and a query', () => {
    expect(requestApprovalBodySchema.parse(body)).toEqual({
      ...body,
      purpose: 'promotion',
      reason: 'ready',
    });
    expect(decideApprovalBodySchema.parse({ verdict: 'reject' })).toEqual({
      verdict: 'reject',
    });
    expect(
      listApprovalsQuerySchema.parse({ stage: 'prod', limit: '10' }),
    ).toEqual({ stage: 'prod', limit: 10 });
  });

  it.each([
    [{ ...body, riskClass: 'application' }],
    [{ ...body, reason: '  ' }],
    [{ ...body, freight: '' }],
    [{ ...body, purpose: 'fun' }],
    [{ ...body, entityRef: 'orders' }],
  ])('refuses %j', candidate => {
    expect(requestApprovalBodySchema.safeParse(candidate).success).toBe(false);
  });

  it('carries a request through JSON', () => {
    const request = requestOf();
    expect(
      approvalResponseSchema.parse(JSON.parse(JSON.stringify({ request }))),
    ).toEqual({ request });
  });
});
