import type { HistoryPage } from '@fairway/plugin-kargo-common';

/** What happened to it. */
export const historyPage: HistoryPage = {
  total: 2,
  items: [
    {
      summary: 'anna@example.com promoted 1.8.2 to prod with kubectl.',
      entry: {
        id: 'platform/u1:created',
        kind: 'promotion-created',
        controlPlane: 'platform',
        project: 'checkout',
        stage: 'prod',
        version: '1.8.2',
        subject: { kind: 'Promotion', name: 'prod.01' },
        at: '2026-11-20T10:00:00.000Z',
        timeBasis: 'recorded',
        actor: { kind: 'person', name: 'anna@example.com' },
        path: 'kubectl',
        bypass: { reason: 'kubectl', detail: 'directly at the Kubernetes API' },
      },
    },
  ],
};
