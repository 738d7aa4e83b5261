import type { Overview } from '@fairway/plugin-gpu-capacity-common';

/** A cluster that is seen and one that is not; an owner, owners that the reader may not see, and nobody. */
export const overview: Overview = {
  headline: '11 of 16 devices are held. That costs 20,000 EUR a month.',
  clusters: [
    {
      name: 'gpu-west',
      title: 'GPU cluster west',
      freshness: { status: 'live', asOf: '2026-11-21T12:00:00Z' },
      devices: { busy: 9, idle: 2, usable: 5 },
      owned: 16,
      entityRef: 'resource:default/gpu-west',
    },
    {
      name: 'gpu-east',
      freshness: { status: 'unobserved', reason: 'connection refused' },
      devices: {},
    },
  ],
  devices: { busy: 9, idle: 2, usable: 5 },
  owned: 16,
  uncounted: [{ resource: 'nvidia.com/mig-1g.5gb', units: 7 }],
  cost: {
    period: 'month',
    hours: 730,
    total: { EUR: 20_000 },
    byClass: [
      {
        ledgerClass: 'busy',
        devices: 9,
        cost: { EUR: 15_000 },
        unpricedDevices: 1,
      },
      {
        ledgerClass: 'usable',
        devices: 5,
        cost: { EUR: 5_000 },
        unpricedDevices: 0,
      },
    ],
    byOwner: [
      {
        kind: 'owner',
        ownerRef: 'group:default/ml',
        ownerTitle: 'Machine learning',
        entities: [{ entityRef: 'component:default/vision', title: 'Vision' }],
        devices: 6.5,
        idleDevices: 2,
        cost: { EUR: 9_000 },
        unpricedDevices: 0,
      },
      {
        kind: 'hidden',
        entities: [],
        devices: 4,
        idleDevices: 0,
        cost: { EUR: 6_000 },
        unpricedDevices: 0,
      },
      {
        kind: 'nobody',
        entities: [],
        devices: 0.5,
        idleDevices: 0,
        cost: {},
        unpricedDevices: 0.5,
      },
    ],
    coverage: { priced: 14.5, owned: 16 },
    unpricedDevices: 1.5,
    unpricedProducts: ['NVIDIA-L4'],
    trend: [
      { at: '2026-11-19T00:00:00Z', cost: { EUR: 640 }, coverage: 1 },
      { at: '2026-11-20T00:00:00Z', cost: { EUR: 660 }, coverage: 0.97 },
    ],
  },
  reclaim: [
    {
      kind: 'idle-held',
      cluster: 'gpu-west',
      product: 'NVIDIA-H100-80GB-HBM3',
      entityRef: 'component:default/vision',
      entityTitle: 'Vision',
      ownerRef: 'group:default/ml',
      ownerTitle: 'Machine learning',
      devices: 2,
      pods: 1,
      costPerMonth: { EUR: 3_000 },
      sentence: '2 devices have been held for 9 h without being busy.',
    },
    {
      kind: 'stranded',
      cluster: 'gpu-west',
      devices: 1,
      pods: 0,
      costPerMonth: {},
      sentence: '1 device is free and no shape that is in use fits.',
    },
  ],
  reclaimable: 5,
  exhaustion: [
    {
      cluster: 'gpu-west',
      product: 'NVIDIA-H100-80GB-HBM3',
      resource: 'nvidia.com/gpu',
      status: 'estimate',
      sentence: 'Demand grows by 2 GPUs a week, if it goes on as it did.',
      days: 30,
      band: {
        earliest: '2026-12-20',
        likely: '2027-01-10',
        confidence: 0.9,
      },
    },
    {
      cluster: 'gpu-west',
      resource: 'nvidia.com/gpu',
      status: 'not-enough-history',
      sentence: 'Not enough history: 3 of 14 days.',
      days: 3,
    },
  ],
};
