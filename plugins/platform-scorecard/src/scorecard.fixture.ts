import type {
  FactList,
  Scorecard,
} from '@fairway/plugin-platform-scorecard-common';

const weeks: Scorecard['weeks'] = [
  {
    week: '2026-W45',
    start: '2026-11-02T00:00:00.000Z',
    end: '2026-11-09T00:00:00.000Z',
    partial: false,
    adoption: { kind: 'no-data' },
    timeToValue: { kind: 'no-data' },
  },
  {
    week: '2026-W46',
    start: '2026-11-09T00:00:00.000Z',
    end: '2026-11-16T00:00:00.000Z',
    partial: false,
    adoption: { kind: 'estimate', value: 0.5, low: 0.39, high: 0.61, n: 80 },
    timeToValue: { kind: 'not-reached', atLeast: 12 },
  },
  {
    week: '2026-W47',
    start: '2026-11-16T00:00:00.000Z',
    end: '2026-11-23T00:00:00.000Z',
    partial: true,
    adoption: { kind: 'estimate', value: 0.61, low: 0.5, high: 0.7, n: 84 },
    timeToValue: { kind: 'reached', value: 9.2, low: 7.1, high: 12 },
  },
];

/** A scorecard with numbers, demo data and a source that fails. */
export const scorecard: Scorecard = {
  asOf: '2026-11-21T13:00:00.000Z',
  timeZone: 'Europe/Stockholm',
  syntheticIncluded: true,
  headline: 'Adoption is 61 % [50-70] of 84 services, up in 13 weeks.',
  warnings: [
    'The source catalog has not been read since 12:03: services that came or went since then are not counted.',
  ],
  adoption: {
    share: { kind: 'estimate', value: 0.61, low: 0.5, high: 0.7, n: 84 },
    onPath: 51,
    services: 84,
    unknownBirth: 6,
    change: { verdict: 'up', weeks: 13 },
  },
  timeToValue: {
    median: { kind: 'reached', value: 9.2, low: 7.1, high: 12 },
    reached: 31,
    open: 12,
    abandoned: 2,
    unknownBirth: 6,
    windowDays: 182,
    change: { verdict: 'no-clear-change', weeks: 13 },
  },
  weeks,
  sources: [
    {
      source: 'catalog',
      facts: 90,
      unknownKinds: 0,
      synthetic: false,
      firstFactAt: '2026-11-01T12:00:00.000Z',
      lastFactAt: '2026-11-21T12:00:00.000Z',
      poll: {
        lastOkAt: '2026-11-21T12:03:00.000Z',
        lagSeconds: 12,
        error: 'connection refused',
      },
    },
    {
      source: 'demo-history',
      facts: 412,
      unknownKinds: 0,
      synthetic: true,
      firstFactAt: '2026-05-25T08:00:00.000Z',
      lastFactAt: '2026-11-20T08:00:00.000Z',
    },
    {
      source: 'scaffolder',
      facts: 0,
      unknownKinds: 0,
      synthetic: false,
      poll: {},
    },
  ],
};

/** What a backend answers that has seen nothing yet. */
export const emptyScorecard: Scorecard = {
  ...scorecard,
  headline: 'Adoption is unknown: no service has been seen yet.',
  warnings: [],
  adoption: {
    ...scorecard.adoption,
    share: { kind: 'no-data' },
    onPath: 0,
    services: 0,
    unknownBirth: 0,
  },
  weeks: [weeks[0]],
  sources: [
    {
      source: 'catalog',
      facts: 0,
      unknownKinds: 0,
      synthetic: false,
      poll: {},
    },
  ],
};

/** Two facts, one of a kind that this version does not know. */
export const facts: FactList = {
  items: [
    {
      source: 'kargo',
      id: 'platform/orders/prod.01',
      kind: 'service.reached-production',
      subject: 'component:default/orders',
      known: true,
      time: '2026-11-21T12:00:00.000Z',
      observedAt: '2026-11-21T12:00:01.000Z',
      synthetic: false,
      data: { stage: 'prod', promotion: 'prod.01' },
    },
    {
      source: 'demo-history',
      id: '1',
      kind: 'survey.answered',
      subject: 'component:default/billing',
      known: true,
      time: '2026-11-20T12:00:00.000Z',
      observedAt: '2026-11-20T12:00:01.000Z',
      synthetic: true,
      data: {},
    },
  ],
};
