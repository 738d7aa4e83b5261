import { PORTAL_ACTIONS } from '../history';
import { actBodySchema } from './actionContract';
import { portalOrderSchema } from './portalOrder';

const requestId = '8c0b1d8e-5c0e-4a3c-9d53-0f8f5e1a2b3c';
const order = { action: 'abort', controlPlane: 'emea', promotion: 'prod.01' };

describe('an order', () => {
  it('is one of the actions that the history knows', () => {
    const actions = portalOrderSchema.options.map(
      ({ shape }) => shape.action.value,
    );
    expect([...actions].sort()).toEqual([...PORTAL_ACTIONS].sort());
  });

  it.each([
    { action: 'promote', controlPlane: 'emea', stage: 'prod' },
    { ...order, promotion: '' },
    { ...order, promotion: 'x'.repeat(254) },
    { ...order, riskClass: 'application' },
    {
      action: 'refresh',
      controlPlane: 'emea',
      kind: 'Project',
      name: 'orders',
    },
    { action: 'fly', controlPlane: 'emea' },
  ])('is not %j', value => {
    expect(portalOrderSchema.safeParse(value).success).toBe(false);
  });

  it('is carried out with a reason, trimmed, and an id of the request', () => {
    const body = { order, reason: ' it hangs ', requestId };
    expect(actBodySchema.parse(body).reason).toBe('it hangs');
    for (const change of [
      { reason: ' ' },
      { reason: 'x'.repeat(2_001) },
      { requestId: 'once' },
      { actor: 'user:default/anna' },
    ]) {
      expect(actBodySchema.safeParse({ ...body, ...change }).success).toBe(
        false,
      );
    }
  });
});
