import type { LedgerEntryOf } from '@fairway/plugin-kargo-common';
import { platformFactSchema } from '@fairway/plugin-platform-scorecard-common';
import { overrideFact } from './overrideFact';

const override: LedgerEntryOf<'override'> = {
  id: 'portal/request-1:override',
  kind: 'override',
  controlPlane: 'platform',
  project: 'orders',
  stage: 'prod',
  freight: '76415fe',
  version: '1.8.3',
  subject: { kind: 'Request', name: 'request-1' },
  at: '2026-11-21T09:01:00.000Z',
  timeBasis: 'recorded',
  actor: { kind: 'person', name: 'user:default/anna' },
  confirmedBy: { kind: 'person', name: 'user:default/ben' },
  path: 'portal',
  riskClass: 'infrastructure',
  reason: 'customers cannot pay',
  controls: ['window', 'soak'],
};

describe('overrideFact', () => {
  it('says over which controls of which service, and not who it was', () => {
    const fact = overrideFact(override, {
      entityRef: 'component:default/orders',
      team: 'group:default/payments',
      riskClass: 'application',
    });
    expect(platformFactSchema.parse(fact)).toMatchObject({
      id: 'portal/request-1:override:bypass',
      type: 'dev.fairway.bypass.detected',
      subject: 'component:default/orders',
      data: {
        detector: 'kargo.break-glass',
        reason: 'break-glass',
        detail: 'with a second person, it passed over window, soak',
        riskClass: 'infrastructure',
      },
    });
    expect(JSON.stringify(fact)).not.toMatch(/anna|ben\b|customers/);
  });
});
