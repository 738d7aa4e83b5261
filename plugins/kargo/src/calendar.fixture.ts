import type { Calendar } from '@fairway/plugin-kargo-common';

const prod = {
  total: 2,
  shown: ['prod-eu', 'prod-us'].map(stage => ({
    controlPlane: 'platform',
    project: 'checkout',
    stage,
  })),
};

const yearEnd = {
  id: 'year-end',
  title: 'Year end',
  reason: 'Few people are here.',
  owner: { type: 'config' as const },
};

/** Production is frozen over the year end, test is open; a sync window cannot be read. */
export const calendar: Calendar = {
  asOf: '2026-12-21T12:00:00.000Z',
  from: '2026-12-18T00:00:00.000Z',
  to: '2027-01-15T00:00:00.000Z',
  counts: { open: 1, closed: 2, unknown: 0 },
  groups: [
    {
      stages: prod,
      rules: ['year-end', 'mornings'],
      closed: [
        { start: '2026-12-19T17:00:00.000Z', end: '2027-01-04T17:00:00.000Z' },
      ],
      state: {
        status: 'closed',
        until: '2027-01-04T17:00:00.000Z',
        causes: [
          {
            cause: 'freeze',
            rules: [yearEnd],
            until: '2027-01-04T17:00:00.000Z',
          },
        ],
        problems: [],
      },
    },
    {
      stages: {
        total: 1,
        shown: [
          { controlPlane: 'platform', project: 'checkout', stage: 'test' },
        ],
      },
      rules: [],
      closed: [],
      state: { status: 'open', closesBy: [], problems: [] },
    },
  ],
  moreGroups: 3,
  rules: [
    {
      ...yearEnd,
      kind: 'deny',
      timeZone: 'Europe/Zurich',
      stages: prod,
      times: [
        { start: '2026-12-19T17:00:00.000Z', end: '2027-01-04T17:00:00.000Z' },
      ],
    },
    {
      id: 'mornings',
      title: 'Mornings',
      kind: 'allow',
      owner: { type: 'kargo', controlPlane: 'platform', project: 'checkout' },
      timeZone: 'Asia/Tokyo',
      recurrence: 'FREQ=DAILY',
      stages: prod,
      times: [
        { start: '2026-12-22T00:00:00.000Z', end: '2026-12-22T02:00:00.000Z' },
        { start: '2026-12-23T00:00:00.000Z', end: '2026-12-23T02:00:00.000Z' },
        { start: '2026-12-24T00:00:00.000Z', end: '2026-12-24T02:00:00.000Z' },
        { start: '2026-12-25T00:00:00.000Z', end: '2026-12-25T02:00:00.000Z' },
      ],
      moreTimes: 10,
    },
    {
      id: 'platform/shop/checkout-prod/sync-window-1',
      title: 'sync window 1 of shop',
      kind: 'deny',
      owner: {
        type: 'argocd',
        controlPlane: 'platform',
        appProject: 'shop',
        application: 'checkout-prod',
      },
      stages: prod,
      times: [],
      problem: '"8 hours" is no duration',
    },
  ],
  overlaps: [
    {
      type: 'window-covered',
      message:
        'A change window of mornings lies wholly within the freeze year-end.',
      rules: ['mornings', 'year-end'],
      from: '2026-12-22T00:00:00.000Z',
      to: '2026-12-22T02:00:00.000Z',
      times: 13,
      stages: prod,
    },
  ],
  sources: [
    {
      type: 'config',
      title: 'Configuration of this portal',
      freshness: { status: 'live', asOf: '2026-12-21T12:00:00.000Z' },
    },
    {
      type: 'argocd',
      title: 'Sync windows of Argo CD of the shard eu',
      controlPlane: 'platform',
      freshness: {
        status: 'unobserved',
        reason: 'Nobody said where this Argo CD is.',
      },
      detail: 'Set kargo.argocd.platform.eu to the name of its cluster.',
    },
  ],
  notices: ['regulated could not be read: connection refused.'],
  facets: {
    controlPlane: [{ value: 'platform', count: 3 }],
    project: [
      { value: 'billing', count: 1 },
      { value: 'checkout', count: 2 },
    ],
  },
};
