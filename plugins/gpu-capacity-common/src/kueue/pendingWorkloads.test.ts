import { clusterQueue } from './__fixtures__/queues';
import { readKueueWorkload } from './kueueWorkload';
import { readLocalQueue } from './localQueue';
import { readPendingPositions } from './pendingPosition';
import { pendingWorkloads } from './pendingWorkloads';

const NOW = Date.parse('2026-11-21T12:00:00Z');

const workload = (name: string, hour: string, status: object = {}) =>
  readKueueWorkload({
    metadata: {
      namespace: 'ml',
      name,
      creationTimestamp: `2026-11-21T${hour}:00:00Z`,
    },
    spec: {
      queueName: 'default',
      podSets: [
        { name: 'head', count: 1 },
        { name: 'workers', count: 4 },
      ],
    },
    status,
  });

const COUNTED = {
  resourceRequests: [
    { name: 'head', resources: { cpu: '2' } },
    { name: 'workers', resources: { cpu: '8', 'nvidia.com/gpu': '16' } },
  ],
};

const localQueues = [
  readLocalQueue({
    metadata: { namespace: 'ml', name: 'default' },
    spec: { clusterQueue: 'team' },
  }),
];
const clusterQueues = [clusterQueue({ name: 'team', quotas: { h100: ['8'] } })];

const position = (name: string, place: number) => ({
  metadata: { namespace: 'ml', name },
  priority: 0,
  localQueueName: 'default',
  positionInClusterQueue: place,
  positionInLocalQueue: place,
});

describe('pendingWorkloads', () => {
  it('lists what waits in the order in which it is tried', () => {
    expect(
      pendingWorkloads({
        workloads: [
          workload('old', '08'),
          workload('running', '07', {
            conditions: [{ type: 'Admitted', status: 'True' }],
          }),
          workload('first', '11', COUNTED),
        ],
        localQueues,
        clusterQueues,
        positions: new Map([
          [
            'team',
            readPendingPositions({
              items: [position('old', 1), position('first', 0)],
            }),
          ],
        ]),
        now: NOW,
      }),
    ).toMatchObject([
      {
        workload: { name: 'first' },
        clusterQueue: 'team',
        asks: { cpu: 10_000, 'nvidia.com/gpu': 16 },
        waitedSeconds: 3600,
        reason: { cause: 'queued' },
        order: { place: 1, ahead: [] },
      },
      {
        workload: { name: 'old' },
        asks: undefined,
        waitedSeconds: 4 * 3600,
        order: { place: 2, ahead: [{ name: 'first' }] },
      },
    ]);
  });

  it('lists who has waited longest first where the order is not known', () => {
    expect(
      pendingWorkloads({
        workloads: [workload('young', '11'), workload('old', '08')],
        localQueues: [],
        clusterQueues,
        now: NOW,
      }),
    ).toMatchObject([
      { workload: { name: 'old' }, clusterQueue: undefined, order: undefined },
      { workload: { name: 'young' } },
    ]);
  });

  it('says that the queue is stopped', () => {
    expect(
      pendingWorkloads({
        workloads: [workload('a', '11')],
        localQueues,
        clusterQueues: [
          clusterQueue({
            name: 'team',
            quotas: {},
            spec: { stopPolicy: 'Hold' },
          }),
        ],
        now: NOW,
      }),
    ).toMatchObject([{ reason: { cause: 'stopped' } }]);
  });
});
