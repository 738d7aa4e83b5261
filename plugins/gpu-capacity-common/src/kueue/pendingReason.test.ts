import { clusterQueue } from './__fixtures__/queues';
import { readKueueWorkload } from './kueueWorkload';
import { readLocalQueue } from './localQueue';
import { pendingReason } from './pendingReason';

const NOW = Date.parse('2026-11-21T12:00:00Z');

function workload(options: {
  readonly reason?: string;
  readonly message?: string;
  readonly spec?: object;
  readonly status?: object;
}) {
  return readKueueWorkload({
    metadata: { namespace: 'ml', name: 'job-a' },
    spec: { queueName: 'default', ...options.spec },
    status: {
      conditions:
        options.reason || options.message
          ? [
              {
                type: 'QuotaReserved',
                status: 'False',
                reason: options.reason,
                message: options.message,
              },
            ]
          : [],
      ...options.status,
    },
  });
}

const localQueue = (stopPolicy: string) =>
  readLocalQueue({
    metadata: { namespace: 'ml', name: 'default' },
    spec: { clusterQueue: 'team', stopPolicy },
  });

describe('pendingReason', () => {
  it.each([
    ['WaitingForQuota', 'quota'],
    ['ExceedsMaxQuota', 'never'],
    ['NoMatchingFlavor', 'no-flavor'],
    ['TopologyPlacementFailed', 'topology'],
    ['WaitingForPreemptedWorkloads', 'preempting'],
    ['Misconfigured', 'misconfigured'],
    ['Suspended', 'stopped'],
    ['PendingEvaluation', 'queued'],
    ['WaitingForPodsReady', 'pods-ready'],
    ['SomethingNew', 'unknown'],
  ])('takes the reason %s for %s', (reason, cause) => {
    expect(pendingReason(workload({ reason }), {}, NOW)?.cause).toBe(cause);
  });

  // The texts are those that pkg/scheduler and pkg/controller/core of Kueue write.
  it.each([
    ['LocalQueue default is stopped', 'stopped'],
    ['ClusterQueue team is inactive', 'stopped'],
    ["LocalQueue default doesn't exist", 'misconfigured'],
    ["ClusterQueue team doesn't exist", 'misconfigured'],
    [
      "couldn't assign flavors to pod set main: resource nvidia.com/gpu unavailable in ClusterQueue",
      'misconfigured',
    ],
    [
      "couldn't assign flavors to pod set main: untolerated taint {gpu true NoSchedule <nil>} in flavor h100",
      'no-flavor',
    ],
    [
      "couldn't assign flavors to pod set main: insufficient quota for nvidia.com/gpu in flavor h100, previously considered podsets requests (0) + current podset request (64) > maximum capacity (16)",
      'never',
    ],
    [
      "couldn't assign flavors to pod set main: flavor a100 doesn't match node affinity, insufficient unused quota for nvidia.com/gpu in flavor h200, 2 more needed",
      'quota',
    ],
    [
      'couldn\'t assign flavors to pod set main: topology "default" allows to fit only 3 out of 4 pod(s)',
      'topology',
    ],
    [
      "couldn't assign flavors to pod set main: insufficient unused quota for nvidia.com/gpu in flavor h200, 2 more needed. Pending the preemption of 1 workload(s)",
      'preempting',
    ],
    [
      'waiting for all admitted workloads to be in PodsReady condition',
      'pods-ready',
    ],
    ['something else', 'unknown'],
  ])('understands "%s" of older versions', (message, cause) => {
    expect(
      pendingReason(workload({ reason: 'Pending', message }), {}, NOW),
    ).toMatchObject({ cause, message });
  });

  it('says what is short', () => {
    const message =
      "couldn't assign flavors to pod set main: insufficient unused quota for nvidia.com/gpu in flavor h200, 2 more needed, insufficient unused quota for nvidia.com/gpu in flavor h100, 4 more needed";
    expect(
      pendingReason(workload({ reason: 'Pending', message }), {}, NOW)
        ?.sentence,
    ).toBe(
      'It needs 2 nvidia.com/gpu of h200, or 4 nvidia.com/gpu of h100 more than its queue may use now.',
    );
  });

  it.each([
    [
      'it was switched off',
      workload({ spec: { active: false } }),
      {},
      'switched-off',
      'It was switched off.',
    ],
    [
      'it waits for checks',
      workload({
        status: {
          conditions: [{ type: 'QuotaReserved', status: 'True' }],
          admissionChecks: [
            { name: 'capacity', state: 'Pending', message: '' },
            { name: 'budget', state: 'Ready', message: '' },
          ],
        },
      }),
      {},
      'checks',
      'It has quota and waits for capacity.',
    ],
    [
      'its LocalQueue is stopped, whatever Kueue said before',
      workload({ reason: 'WaitingForQuota' }),
      { localQueue: localQueue('Hold') },
      'stopped',
      'The queue "default" of its namespace is stopped.',
    ],
    [
      'its ClusterQueue is stopped',
      workload({}),
      {
        localQueue: localQueue('None'),
        clusterQueue: clusterQueue({
          name: 'team',
          quotas: {},
          spec: { stopPolicy: 'HoldAndDrain' },
        }),
      },
      'stopped',
      'The queue "team" is stopped.',
    ],
    [
      'it was evicted',
      workload({
        reason: 'Pending',
        status: { requeueState: { requeueAt: '2026-11-21T12:05:00Z' } },
      }),
      {},
      'backoff',
      'It was evicted and is tried again at 2026-11-21T12:05:00Z.',
    ],
    ['nothing is said', workload({}), {}, 'queued', 'It waits for its turn.'],
  ])('says that %s', (_, pending, queues, cause, sentence) => {
    expect(pendingReason(pending, queues, NOW)).toMatchObject({
      cause,
      sentence,
    });
  });

  it.each(['Admitted', 'Finished'])(
    'has nothing to say of one that is %s',
    type => {
      expect(
        pendingReason(
          workload({ status: { conditions: [{ type, status: 'True' }] } }),
          {},
          NOW,
        ),
      ).toBeUndefined();
    },
  );
});
