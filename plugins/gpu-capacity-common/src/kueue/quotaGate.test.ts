import { clusterQueue, cohort, resourceGroup } from './__fixtures__/queues';
import type { ClusterQueue } from './clusterQueue';
import type { Cohort } from './cohort';
import { readLocalQueue } from './localQueue';
import type { QuotaQueue, QuotaRequest } from './flavorSearch';
import { quotaGate, quotaGateOfPodSets } from './quotaGate';
import { QuotaTree } from './QuotaTree';
import { readResourceFlavor } from './resourceFlavor';

const flavor = (name: string, spec: object = {}) =>
  readResourceFlavor({ metadata: { name }, spec });

const FLAVORS = [flavor('h100'), flavor('a100'), flavor('spot')];

function queueOf(
  first: Parameters<typeof clusterQueue>[0],
  others: readonly ClusterQueue[] = [],
  more: Partial<QuotaQueue> & { readonly cohorts?: readonly Cohort[] } = {},
): QuotaQueue {
  const own = clusterQueue(first);
  const { cohorts, ...queue } = more;
  return {
    clusterQueue: own,
    tree: QuotaTree.create({
      clusterQueues: [own, ...others],
      cohorts: cohorts ?? [],
    }),
    flavors: FLAVORS,
    ...queue,
  };
}

const gpus = (
  count: number,
  more: Partial<QuotaRequest> = {},
): QuotaRequest => ({
  requests: { 'nvidia.com/gpu': count },
  nodeSelector: {},
  nodeAffinity: undefined,
  tolerations: [],
  ...more,
});

/** The first queue has 8 and 4 of them are held; the other has 8 and 2 of them are held. */
function shared(
  spec: object = {},
  quota: readonly [string, string?, string?] = ['8'],
): QuotaQueue {
  return queueOf(
    {
      name: 'a',
      quotas: { h100: quota },
      reserved: { h100: '4' },
      spec: { cohortName: 'all', ...spec },
    },
    [
      clusterQueue({
        name: 'b',
        cohort: 'all',
        quotas: { h100: ['8'] },
        reserved: { h100: '2' },
      }),
    ],
  );
}

const MAY_EVICT = { preemption: { withinClusterQueue: 'LowerPriority' } };

describe('quotaGate', () => {
  it.each([
    [
      1,
      'within-nominal',
      'The queue "a" can admit it out of its own quota on h100.',
    ],
    [
      4,
      'within-nominal',
      'The queue "a" can admit it out of its own quota on h100.',
    ],
    [
      5,
      'borrowing',
      'The queue "a" can admit it on h100, borrowing 1 nvidia.com/gpu.',
    ],
    [
      10,
      'borrowing',
      'The queue "a" can admit it on h100, borrowing 6 nvidia.com/gpu.',
    ],
    [
      11,
      'waits',
      'The queue "a" cannot admit it before others end. 11 nvidia.com/gpu of h100 are asked for, and 10 may be taken now.',
    ],
    [
      17,
      'never',
      'The queue "a" can never admit it. 17 nvidia.com/gpu of h100 are asked for, and the queue can never have more than 16.',
    ],
  ])('has for %d devices the outcome %s', (count, outcome, sentence) => {
    expect(quotaGate(shared(), gpus(1), count)).toMatchObject({
      outcome,
      sentence,
    });
    expect(quotaGate(shared(), gpus(count), 1).outcome).toBe(outcome);
  });

  it('gives the numbers that decide', () => {
    expect(quotaGate(shared(), gpus(2), 3).groups).toEqual([
      {
        podSet: 'main',
        resources: ['nvidia.com/gpu'],
        flavor: 'h100',
        attempts: [
          {
            flavor: 'h100',
            mode: 'borrowing',
            reason: undefined,
            resources: [
              {
                flavor: 'h100',
                resource: 'nvidia.com/gpu',
                mode: 'borrowing',
                requested: 6,
                assumed: 0,
                nominal: 8,
                reserved: 4,
                available: 10,
                potentiallyAvailable: 16,
                borrows: 2,
                missing: 0,
                height: 1,
                reason: undefined,
              },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    ['borrowing limit', shared({}, ['8', '1']), 6, 'waits'],
    ['borrowing limit for ever', shared({}, ['8', '1']), 10, 'never'],
    // Within the own 8, though nothing may be taken before somebody ends.
    [
      'policy to evict',
      shared({ cohortName: 'all', ...MAY_EVICT }, ['8', '0']),
      5,
      'preemption',
    ],
    // 11 are more than the own 8, and no cohort above could be reclaimed from.
    ['policy to evict beyond its own share', shared(MAY_EVICT), 11, 'waits'],
    [
      'policy to evict while borrowing',
      shared({
        preemption: {
          reclaimWithinCohort: 'Any',
          borrowWithinCohort: { policy: 'LowerPriority' },
        },
      }),
      11,
      'preemption',
    ],
  ])('obeys a %s', (_, queue, count, outcome) => {
    expect(quotaGate(queue, gpus(1), count).outcome).toBe(outcome);
  });

  it('evicts while borrowing where Kueue shares fairly', () => {
    const queue = shared({ preemption: { reclaimWithinCohort: 'Any' } });
    expect(quotaGate(queue, gpus(1), 11).outcome).toBe('waits');
    expect(
      quotaGate({ ...queue, fairSharing: true }, gpus(1), 11).outcome,
    ).toBe('preemption');
  });

  describe('with several flavors', () => {
    const two = (spec: object = {}, preferred = '0') =>
      queueOf(
        {
          name: 'a',
          quotas: { h100: ['4'], spot: ['8'] },
          reserved: { h100: preferred },
          spec: { cohortName: 'all', ...spec },
        },
        [
          clusterQueue({
            name: 'b',
            cohort: 'all',
            quotas: { h100: ['8'], spot: ['8'] },
          }),
        ],
      );
    const tried = (queue: QuotaQueue, request = gpus(1), count = 6) => {
      const { groups } = quotaGate(queue, request, count);
      return {
        flavor: groups[0].flavor,
        attempts: groups[0].attempts.map(attempt => [
          attempt.flavor,
          attempt.mode,
        ]),
      };
    };

    it('stops at the first one that can borrow', () => {
      expect(tried(two())).toEqual({
        flavor: 'h100',
        attempts: [['h100', 'borrowing']],
      });
    });

    it('goes on where the queue prefers its own quota', () => {
      expect(
        tried(two({ flavorFungibility: { whenCanBorrow: 'TryNextFlavor' } })),
      ).toEqual({
        flavor: 'spot',
        attempts: [
          ['h100', 'borrowing'],
          ['spot', 'within-nominal'],
        ],
      });
    });

    it('takes the next one where the first one is full', () => {
      expect(tried(two(MAY_EVICT, '12'), gpus(1), 3)).toEqual({
        flavor: 'spot',
        attempts: [
          ['h100', 'preemption'],
          ['spot', 'within-nominal'],
        ],
      });
    });

    it('stops at the first one in which it may evict, if the queue says so', () => {
      expect(
        tried(
          two(
            { ...MAY_EVICT, flavorFungibility: { whenCanPreempt: 'Preempt' } },
            '12',
          ),
          gpus(1),
          3,
        ),
      ).toEqual({ flavor: 'h100', attempts: [['h100', 'preemption']] });
    });

    it.each([
      ['BorrowingOverPreemption', 'h100'],
      ['PreemptionOverBorrowing', 'spot'],
    ])('weighs borrowing against eviction by %s', (preference, expected) => {
      const queue = queueOf(
        {
          name: 'a',
          quotas: { h100: ['4'], spot: ['8'] },
          spec: {
            cohortName: 'all',
            preemption: { reclaimWithinCohort: 'Any' },
            flavorFungibility: { whenCanBorrow: 'TryNextFlavor', preference },
          },
        },
        [
          clusterQueue({
            name: 'b',
            cohort: 'all',
            quotas: { h100: ['8'], spot: ['8'] },
            reserved: { spot: '16' },
          }),
        ],
      );
      expect(tried(queue)).toEqual({
        flavor: expected,
        attempts: [
          ['h100', 'borrowing'],
          ['spot', 'preemption'],
        ],
      });
    });

    it('passes over what does not suit', () => {
      const queue = {
        ...two(),
        flavors: [
          flavor('h100', {
            nodeTaints: [{ key: 'reserved', effect: 'NoSchedule' }],
          }),
          flavor('spot', { nodeLabels: { spot: 'true' } }),
        ],
      };
      expect(tried(queue)).toEqual({
        flavor: 'spot',
        attempts: [
          ['h100', 'mismatch'],
          ['spot', 'within-nominal'],
        ],
      });
      expect(
        quotaGate(queue, gpus(1, { nodeSelector: { spot: 'false' } }), 1),
      ).toMatchObject({
        outcome: 'never',
        sentence:
          'The queue "a" can never admit it. The flavor "h100" has the taint reserved:NoSchedule, which is not tolerated. The flavor "spot" has nodes with spot=true, not false.',
      });
    });

    it('does not know without flavors', () => {
      expect(
        quotaGate({ ...two(), flavors: undefined }, gpus(1), 1),
      ).toMatchObject({
        outcome: 'unknown',
        sentence:
          'Whether the queue "a" can admit it is unknown. The flavors are not observed.',
      });
    });
  });

  it('has each resource group find a flavor of its own', () => {
    const queue = queueOf({
      name: 'a',
      quotas: {},
      spec: {
        resourceGroups: [
          resourceGroup('cpu', { a100: ['4'] }),
          resourceGroup('nvidia.com/gpu', { h100: ['8'] }),
          resourceGroup('pods', { h100: ['1'] }),
        ],
      },
      status: {
        flavorsReservation: [
          { name: 'a100', resources: [{ name: 'cpu', total: '1' }] },
          {
            name: 'h100',
            resources: [
              { name: 'nvidia.com/gpu', total: '0' },
              { name: 'pods', total: '0' },
            ],
          },
        ],
      },
    });
    const request = {
      ...gpus(2),
      requests: { cpu: 1500, 'nvidia.com/gpu': 2 },
    };
    expect(quotaGate(queue, request, 1)).toMatchObject({
      outcome: 'within-nominal',
      groups: [
        { resources: ['cpu'], flavor: 'a100' },
        { resources: ['nvidia.com/gpu'], flavor: 'h100' },
        { resources: ['pods'], flavor: 'h100' },
      ],
    });
    // Two pods are more than the one that it may ever have, whatever the devices.
    expect(quotaGate(queue, request, 2).outcome).toBe('never');
    expect(
      quotaGate(queue, { ...request, requests: { cpu: 3001 } }, 1),
    ).toMatchObject({
      outcome: 'waits',
      sentence:
        'The queue "a" cannot admit it before others end. 3.001 cpu of a100 are asked for, and 3 may be taken now.',
    });
  });

  it('has no quota for what the queue does not name, unless that is ignored', () => {
    const request = {
      ...gpus(1),
      requests: { 'nvidia.com/gpu': 1, cpu: 1000, memory: 0 },
    };
    expect(quotaGate(shared(), request, 1)).toMatchObject({
      outcome: 'never',
      undeclared: ['cpu'],
      sentence: 'The queue "a" has no quota for cpu.',
    });
    expect(
      quotaGate({ ...shared(), undeclaredResources: 'ignore' }, request, 1),
    ).toMatchObject({ outcome: 'within-nominal', undeclared: ['cpu'] });
  });

  it('counts what earlier pod sets take', () => {
    const podSet = (name: string, count: number) => ({
      name,
      request: gpus(1),
      count,
    });
    expect(
      quotaGateOfPodSets(shared(), [podSet('head', 1), podSet('workers', 9)]),
    ).toMatchObject({
      outcome: 'borrowing',
      groups: [
        { podSet: 'head', attempts: [{ mode: 'within-nominal' }] },
        {
          podSet: 'workers',
          attempts: [{ resources: [{ assumed: 1, borrows: 6 }] }],
        },
      ],
    });
    expect(
      quotaGateOfPodSets(shared(), [podSet('head', 2), podSet('workers', 9)])
        .outcome,
    ).toBe('waits');
  });

  it('takes nothing where more is held than there is', () => {
    const queue = queueOf({
      name: 'a',
      quotas: { h100: ['8'] },
      reserved: { h100: '10' },
    });
    expect(quotaGate(queue, gpus(1), 1)).toMatchObject({
      outcome: 'waits',
      groups: [{ attempts: [{ resources: [{ available: 0, missing: 1 }] }] }],
    });
  });

  it.each([
    [
      'is stopped',
      { name: 'a', quotas: { h100: ['8'] }, spec: { stopPolicy: 'Hold' } },
      'The queue "a" is stopped.',
    ],
    [
      'is not active',
      {
        name: 'a',
        quotas: { h100: ['8'] },
        status: {
          conditions: [
            {
              type: 'Active',
              status: 'False',
              message:
                "Can't admit new workloads: references missing ResourceFlavor(s): h100.",
            },
          ],
        },
      },
      'The queue "a" is not active: Can\'t admit new workloads: references missing ResourceFlavor(s): h100.',
    ],
    [
      'is for no namespace',
      {
        name: 'a',
        quotas: { h100: ['8'] },
        spec: { namespaceSelector: undefined },
      },
      'The queue "a" takes workloads from no namespace.',
    ],
  ] as const)('is closed where the queue %s', (_, queue, sentence) => {
    const literal = queue as Parameters<typeof clusterQueue>[0];
    expect(quotaGate(queueOf(literal), gpus(1), 1)).toMatchObject({
      outcome: 'closed',
      sentence,
    });
  });

  it('is closed where the LocalQueue is stopped', () => {
    const localQueue = readLocalQueue({
      metadata: { namespace: 'ml', name: 'default' },
      spec: { clusterQueue: 'a', stopPolicy: 'HoldAndDrain' },
    });
    expect(quotaGate({ ...shared(), localQueue }, gpus(1), 1)).toMatchObject({
      outcome: 'closed',
      sentence: 'The queue "default" of the namespace "ml" is stopped.',
    });
  });

  it('does not know what cannot be seen, but knows what could never be', () => {
    const queue = queueOf(
      { name: 'a', cohort: 'all', quotas: { h100: ['8'] } },
      [
        clusterQueue({
          name: 'silent',
          cohort: 'all',
          quotas: { h100: ['8'] },
          status: null,
        }),
      ],
    );
    expect(quotaGate(queue, gpus(1), 1)).toMatchObject({
      outcome: 'unknown',
      sentence:
        'Whether the queue "a" can admit it is unknown. The status of "silent" does not say what is reserved.',
    });
    expect(quotaGate(queue, gpus(1), 17).outcome).toBe('never');
    const cyclic = queueOf(
      { name: 'a', cohort: 'one', quotas: { h100: ['8'] } },
      [],
      { cohorts: [cohort('one', { parent: 'one' })] },
    );
    expect(quotaGate(cyclic, gpus(1), 1).outcome).toBe('unknown');
  });
});
