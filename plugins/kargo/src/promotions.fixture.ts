import type {
  EntityPromotions,
  ProjectPromotions,
} from '@fairway/plugin-kargo-common';

const live = { status: 'live', asOf: '2026-11-21T12:00:00Z' } as const;

/** A project half way to production. */
export const project: ProjectPromotions = {
  controlPlane: { name: 'platform', title: 'Platform control plane' },
  project: 'checkout',
  stages: {
    freshness: live,
    malformed: [],
    items: [
      {
        name: 'test',
        controlFlow: false,
        upstream: [],
        final: false,
        phase: 'steady',
        health: 'Healthy',
        healthIssues: [],
        freight: {
          name: 'f2',
          version: '1.8.3',
          since: '2026-11-21T11:00:00Z',
        },
        verification: 'Successful',
        autoPromotion: true,
      },
      {
        name: 'prod',
        controlFlow: false,
        shard: 'eu-central',
        upstream: ['test'],
        final: true,
        phase: 'failed',
        phaseMessage: 'step "push" errored: remote hung up',
        health: 'Unhealthy',
        healthIssues: ['2 of 3 pods are crash-looping'],
        freight: { name: 'f1', version: '1.8.2' },
        autoPromotion: false,
      },
    ],
  },
  freight: {
    freshness: live,
    malformed: [],
    items: [
      {
        name: 'f2',
        alias: 'gilded-otter',
        version: '1.8.3',
        discoveredAt: '2026-11-21T10:59:00Z',
        currentlyIn: ['test'],
        verifiedIn: ['test'],
        approvedFor: [],
      },
    ],
  },
  promotions: {
    freshness: live,
    malformed: [],
    items: [
      {
        name: 'prod.01k9m7z2eagcy4s6t8w0a2c3d4.f2',
        stage: 'prod',
        freight: 'f2',
        version: '1.8.3',
        phase: 'Errored',
        message: 'step "push" errored: remote hung up',
        createdAt: '2026-11-21T11:30:00Z',
        steps: [
          {
            name: 'clone',
            status: 'Succeeded',
            startedAt: '2026-11-21T11:30:00Z',
            finishedAt: '2026-11-21T11:32:05Z',
          },
          { name: 'push', status: 'Errored', message: 'remote hung up' },
        ],
      },
    ],
  },
};

/** What the backend answers for it. */
export const entityPromotions: EntityPromotions = {
  headline: '1.8.3 is in test, healthy. Production has 1.8.2, unhealthy.',
  riskClass: 'application',
  notices: [],
  projects: [project],
};
