import type { LedgerContext } from '../LedgerContext';
import type { LedgerPromotion } from '../LedgerPromotion';

/** A promotion that has succeeded, for tests. */
export const succeeded: LedgerPromotion = {
  project: 'orders',
  name: 'uat.01k9.76415fe',
  uid: 'uid-1',
  stage: 'uat',
  freight: '76415fe6dee945e1',
  version: '1.8.3',
  phase: 'Succeeded',
  message: undefined,
  actor: undefined,
  createdAt: '2026-11-21T10:00:00Z',
  startedAt: '2026-11-21T10:01:00Z',
  finishedAt: '2026-11-21T12:02:00+01:00',
};

/** What is known beside it, for tests. */
export const context: LedgerContext = {
  controlPlane: 'platform',
  observedAt: '2026-11-22T00:00:00.000Z',
  portalIdentities: ['kubernetes:system:serviceaccount:portal:kargo'],
  allowedPaths: ['auto', 'portal', 'kargo', 'service'],
};
