import type { ProjectPromotions } from '@fairway/plugin-kargo-common';

/** One controller that is silent and out of reach of its Argo CD, and one that is well. */
export const controllers: ProjectPromotions['controllers'] = {
  freshness: { status: 'live', asOf: '2026-11-21T12:00:00Z' },
  malformed: [],
  items: [
    {
      shard: 'eu-central',
      status: 'silent',
      stages: 1,
      version: 'v1.10.10',
      argoCd: { status: 'not-reached', message: 'connection refused' },
      diagnosis: {
        status: 'explained',
        subject: 'the controller of shard eu-central',
        rule: 'controller.silent',
        cause: 'The controller has not renewed its lease in time.',
        confidence: 'certain',
        severity: 'failure',
        nextStep: 'Look at the pod of the controller.',
        whoCanAct: 'kargo-admin',
        safeToRetry: 'after-fix',
        evidence: [],
        sharedCauses: [],
      },
    },
    {
      status: 'alive',
      heardAt: '2026-11-21T11:59:30Z',
      stages: 1,
      argoCd: { status: 'reached' },
    },
  ],
};
