import { clusterQueue } from './__fixtures__/queues';
import { readKueueWorkload } from './kueueWorkload';
import { readLocalQueue } from './localQueue';
import { quotaRows } from './quotaRows';
import { QuotaTree } from './QuotaTree';
import { findStarvingQueues, waitedSecondsOf } from './starvation';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const HOUR = 3600;

function pending(
  name: string,
  options: {
    readonly gpus?: string;
    readonly since?: string;
    readonly spec?: object;
    readonly conditions?: object[];
    readonly counted?: boolean;
  } = {},
) {
  return readKueueWorkload({
    metadata: {
      namespace: 'a',
      name,
      creationTimestamp: options.since ?? '2026-11-21T08:40:00Z',
    },
    spec: {
      queueName: 'default',
      podSets: [{ name: 'main', count: 1 }],
      ...options.spec,
    },
    status: {
      conditions: options.conditions,
      ...(options.counted !== false && {
        resourceRequests: [
          {
            name: 'main',
            resources: { 'nvidia.com/gpu': options.gpus ?? '8' },
          },
        ],
      }),
    },
  });
}

function find(options: {
  readonly workloads: ReturnType<typeof pending>[];
  readonly reserved?: string;
  readonly borrowed?: string;
  readonly spec?: object;
  readonly cohort?: string;
  readonly localStop?: string;
}) {
  const clusterQueues = [
    clusterQueue({
      name: 'a',
      cohort: 'research',
      quotas: { h100: ['16'] },
      reserved: { h100: options.reserved ?? '4' },
      spec: options.spec,
    }),
    clusterQueue({
      name: 'b',
      cohort: options.cohort ?? 'research',
      quotas: { h100: ['8'] },
      reserved: { h100: options.borrowed ?? '20' },
    }),
  ];
  return findStarvingQueues({
    clusterQueues,
    localQueues: [
      readLocalQueue({
        metadata: { namespace: 'a', name: 'default' },
        spec: { clusterQueue: 'a', stopPolicy: options.localStop },
      }),
    ],
    workloads: options.workloads,
    rows: quotaRows(
      clusterQueues,
      QuotaTree.create({ clusterQueues, cohorts: [] }),
    ),
    now: NOW,
    minWaitSeconds: HOUR,
  });
}

describe('findStarvingQueues', () => {
  it('names who waits, how long, for what, and who borrows', () => {
    expect(
      find({
        workloads: [
          pending('young', { since: '2026-11-21T10:00:00Z' }),
          pending('old'),
        ],
      }),
    ).toEqual([
      {
        clusterQueue: 'a',
        rootCohort: 'research',
        resource: 'nvidia.com/gpu',
        workload: { namespace: 'a', name: 'old' },
        waitedSeconds: 3 * HOUR + 20 * 60,
        asks: 8,
        ownShareLeft: 12,
        waiting: 2,
        borrowers: [{ clusterQueue: 'b', borrowed: 12 }],
        mayReclaim: false,
        sentence:
          'Queue "a" has waited 3 h for 8 nvidia.com/gpu while "b" borrows 12.',
      },
    ]);
  });

  it('says that the queue may take its share back', () => {
    expect(
      find({
        workloads: [pending('old')],
        spec: {
          cohortName: 'research',
          preemption: { reclaimWithinCohort: 'Any' },
        },
      })[0],
    ).toMatchObject({ mayReclaim: true });
  });

  it.each([
    [
      'it has not waited long',
      { workloads: [pending('x', { since: '2026-11-21T11:30:00Z' })] },
    ],
    ['nobody borrows', { workloads: [pending('x')], borrowed: '8' }],
    [
      'who borrows is in another tree',
      { workloads: [pending('x')], cohort: 'other' },
    ],
    [
      'its queue has used up its own share',
      { workloads: [pending('x')], reserved: '16' },
    ],
    [
      'it asks for more than is left of the share',
      { workloads: [pending('x', { gpus: '13' })] },
    ],
    [
      'it asks for no such resource',
      { workloads: [pending('x', { gpus: '0' })] },
    ],
    [
      'what it asks for is not known',
      { workloads: [pending('x', { counted: false })] },
    ],
    [
      'it was switched off',
      { workloads: [pending('x', { spec: { active: false } })] },
    ],
    ['its queue is stopped', { workloads: [pending('x')], localStop: 'Hold' }],
    [
      'it is admitted',
      {
        workloads: [
          pending('x', { conditions: [{ type: 'Admitted', status: 'True' }] }),
        ],
      },
    ],
    ['nobody waits', { workloads: [] }],
  ])('finds none where %s', (_, options) => {
    expect(find(options)).toEqual([]);
  });
});

describe('waitedSecondsOf', () => {
  it('counts from the last eviction', () => {
    expect(
      waitedSecondsOf(
        pending('x', {
          conditions: [
            {
              type: 'Evicted',
              status: 'True',
              lastTransitionTime: '2026-11-21T11:59:00Z',
            },
          ],
        }),
        NOW,
      ),
    ).toBe(60);
  });

  it('does not know it of a workload without a time', () => {
    expect(
      waitedSecondsOf(pending('x', { since: 'never' }), NOW),
    ).toBeUndefined();
  });
});
