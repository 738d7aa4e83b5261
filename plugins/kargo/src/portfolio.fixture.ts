import type { Portfolio } from '@fairway/plugin-kargo-common';

const NO_STAGES = { good: 0, attention: 0, bad: 0, busy: 0, unknown: 0 };

/** Two projects that need somebody, and an entity whose project is nowhere. */
export const portfolio: Portfolio = {
  headline:
    '2 of 24 projects need somebody: 1 failed, 1 waits for a person. The state of 1 is unknown.',
  notices: ['regulated could not be read: connection refused.'],
  asOf: '2026-11-21T12:00:00Z',
  total: 24,
  offset: 0,
  limit: 3,
  counts: {
    failed: 1,
    stuck: 0,
    drifted: 0,
    waiting: 1,
    unknown: 1,
    moving: 0,
    steady: 21,
  },
  facets: {
    owner: [
      { value: 'group:default/payments', count: 20 },
      { value: 'group:default/shop', count: 4 },
    ],
    system: [],
    riskClass: [
      { value: 'application', count: 22 },
      { value: 'migration', count: 1 },
    ],
    controlPlane: [{ value: 'platform', count: 23 }],
    shard: [],
  },
  items: [
    {
      entityRef: 'component:default/checkout',
      title: 'Checkout',
      owner: 'group:default/payments',
      system: 'system:default/shop',
      controlPlane: { name: 'platform', title: 'Platform control plane' },
      project: 'checkout',
      state: 'failed',
      reason: 'Prod failed: step "push" errored: remote hung up.',
      moreReasons: 2,
      since: '2026-11-21T10:00:00Z',
      newestVersion: '1.8.3',
      productionVersions: ['1.8.2', '1.8.1'],
      stages: { ...NO_STAGES, good: 3, bad: 1, attention: 2 },
      riskClass: 'migration',
      riskClassAssumed: true,
      shards: ['default', 'emea'],
    },
    {
      entityRef: 'component:default/orders',
      title: 'orders',
      owner: 'group:default/payments',
      controlPlane: { name: 'platform' },
      project: 'orders',
      state: 'waiting',
      reason: '2.0.1 may go to prod: somebody has to promote it.',
      newestVersion: '2.0.1',
      productionVersions: ['2.0.0'],
      stages: { ...NO_STAGES, good: 2, attention: 1 },
      riskClass: 'application',
      shards: ['default'],
    },
    {
      entityRef: 'component:default/nowhere',
      title: 'nowhere',
      project: 'nowhere',
      state: 'unknown',
      reason: 'No control plane has the project nowhere.',
      productionVersions: [],
      stages: NO_STAGES,
      shards: [],
    },
  ],
};
