import type { QueuesView } from '@fairway/plugin-gpu-capacity-common';

const gpu = { flavor: 'h100', resource: 'nvidia.com/gpu' };

/** A queue that borrows, one that is closed, and three that wait, of which the reader knows one. */
export const queues: QueuesView = {
  freshness: { status: 'live', asOf: '2026-11-21T12:00:00Z' },
  malformed: [],
  clusterQueues: [
    {
      name: 'team-a',
      cohort: 'ml',
      rootCohort: 'company',
      pending: 0,
      holding: 3,
      waits: [
        {
          priority: 'high',
          n: 84,
          median: { fromSeconds: 40, toSeconds: 80 },
          p90: { fromSeconds: 40_960 },
          sentence: 'Median wait 40 s to 80 s, n 84 in 7 days.',
        },
        { n: 3, sentence: 'Not enough history: 3 admitted in 7 days.' },
      ],
      rows: [
        {
          ...gpu,
          nominal: 32,
          reserved: 48,
          used: 44,
          borrowed: 16,
          lendable: 0,
          lent: { atLeast: 0, atMost: 4 },
          available: -2,
          overAdmitted: 2,
        },
      ],
    },
    {
      name: 'team-b',
      closed: 'It is stopped: it admits nothing.',
      pending: 3,
      rows: [
        {
          ...gpu,
          reserved: 0,
          borrowed: 0,
          unlimited: ['nominal', 'available'],
          unknown: 'Its cohort is not observed.',
        },
      ],
    },
  ],
  pending: {
    total: 3,
    unordered: 'The order is not known: the visibility API is off.',
    items: [
      {
        queue: 'team-b',
        kind: 'RayJob',
        namespace: 'ml',
        name: 'train',
        asks: { 'nvidia.com/gpu': 8 },
        request: '8 GPUs',
        cause: 'quota',
        reason: 'Its queue has 4 of 8 GPUs left.',
        ahead: '2 workloads of another team are before it.',
        waitedSeconds: 11_520,
        position: 3,
      },
      { request: '2 GPUs', cause: 'queued', reason: 'It is behind others.' },
    ],
  },
  starving: [
    {
      clusterQueue: 'team-b',
      resource: 'nvidia.com/gpu',
      waitedSeconds: 10_800,
      sentence: 'team-b waits 3 h for 8 GPUs while team-a borrows 16.',
    },
  ],
  waitsKnown: { status: 'known', sentence: 'By Kueue in Prometheus.' },
  hardware: [
    {
      ...gpu,
      nominal: 64,
      allocatable: 56,
      nodes: 7,
      verdict: 'promised-too-much',
      sharesNodesWith: ['h100-spot'],
      sentence: 'Quota promises 8 GPUs more than there are.',
    },
  ],
  flavorsWithoutNodes: ['a100'],
  problems: ['The cohorts ml and x are parents of each other.'],
};
