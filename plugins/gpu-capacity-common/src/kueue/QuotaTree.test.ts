import { clusterQueue, cohort, type QuotaLiteral } from './__fixtures__/queues';
import { QuotaTree } from './QuotaTree';
import type { FlavorResource } from './resourceGroup';

const RED: FlavorResource = { flavor: 'red', resource: 'cpu' };

interface QueueCase {
  readonly in?: string;
  readonly quota: QuotaLiteral;
  readonly used?: string;
  /** In millicores, as the tables of Kueue say. */
  readonly available: number;
  readonly potential: number;
}

interface TreeCase {
  readonly name: string;
  readonly cohorts?: Readonly<
    Record<string, { readonly under?: string; readonly quota?: QuotaLiteral }>
  >;
  readonly queues: Readonly<Record<string, QueueCase>>;
}

/** The expected values are those of Kueue's TestAvailable (pkg/cache/scheduler/resource_test.go). */
const CASES: readonly TreeCase[] = [
  {
    name: 'queues of their own; the first holds more than it has',
    queues: {
      first: { quota: ['0'], used: '1', available: -1_000, potential: 0 },
      second: {
        quota: ['5'],
        used: '2500m',
        available: 2_500,
        potential: 5_000,
      },
    },
  },
  {
    name: 'a cohort of two, one of which lends 9 of 10',
    cohorts: { all: { quota: ['10'] } },
    queues: {
      first: {
        in: 'all',
        quota: ['10'],
        used: '1',
        available: 28_000,
        potential: 29_000,
      },
      second: {
        in: 'all',
        quota: ['10', '', '9'],
        used: '500m',
        available: 28_500,
        potential: 30_000,
      },
    },
  },
  {
    name: 'a queue that borrows from the cohort itself',
    cohorts: { all: { quota: ['10'] } },
    queues: {
      first: {
        in: 'all',
        quota: ['10'],
        used: '11',
        available: 9_000,
        potential: 20_000,
      },
    },
  },
  {
    name: 'a queue that holds more than the cohort has, at the cost of one that shares nothing',
    cohorts: { all: { quota: ['10'] } },
    queues: {
      // Kueue cuts off below zero what its table shows; the arithmetic below it gives -11.
      first: {
        in: 'all',
        quota: ['10'],
        used: '31',
        available: -11_000,
        potential: 20_000,
      },
      second: {
        in: 'all',
        quota: ['10', '0', '0'],
        available: -1_000,
        potential: 10_000,
      },
    },
  },
  {
    name: 'limits of lending and borrowing',
    cohorts: { all: { quota: ['10'] } },
    queues: {
      first: {
        in: 'all',
        quota: ['10'],
        used: '20',
        available: 4_000,
        potential: 35_000,
      },
      second: {
        in: 'all',
        quota: ['10', '2'],
        used: '10',
        available: 2_000,
        potential: 12_000,
      },
      third: {
        in: 'all',
        quota: ['10', '', '5'],
        used: '6',
        available: 4_000,
        potential: 40_000,
      },
    },
  },
  {
    name: 'a tree whose right side lends nothing of its queue',
    cohorts: {
      root: {},
      left: { under: 'root', quota: ['10'] },
      right: { under: 'root', quota: ['10'] },
    },
    queues: {
      first: {
        in: 'left',
        quota: ['10'],
        used: '10',
        available: 20_000,
        potential: 30_000,
      },
      second: {
        in: 'right',
        quota: ['10', '', '0'],
        used: '5',
        available: 25_000,
        potential: 40_000,
      },
    },
  },
  {
    name: 'a tree with limits of borrowing on a queue and on a cohort',
    cohorts: {
      root: {},
      left: { under: 'root', quota: ['10', '5'] },
      right: { under: 'root', quota: ['10'] },
    },
    queues: {
      leftFree: {
        in: 'left',
        quota: ['10'],
        available: 35_000,
        potential: 35_000,
      },
      leftLimited: {
        in: 'left',
        quota: ['10', '5'],
        available: 15_000,
        potential: 15_000,
      },
      right: {
        in: 'right',
        quota: ['10'],
        available: 50_000,
        potential: 50_000,
      },
    },
  },
  {
    name: 'a tree with limits of lending on a queue and on a cohort',
    cohorts: {
      root: {},
      left: { under: 'root', quota: ['0', '', '5'] },
      right: { under: 'root', quota: ['0'] },
    },
    queues: {
      keeping: {
        in: 'left',
        quota: ['10', '', '5'],
        available: 20_000,
        potential: 20_000,
      },
      lending: {
        in: 'left',
        quota: ['10'],
        available: 15_000,
        potential: 15_000,
      },
      right: { in: 'right', quota: ['0'], available: 5_000, potential: 5_000 },
      atRoot: { in: 'root', quota: ['0'], available: 5_000, potential: 5_000 },
    },
  },
];

function treeOf({ cohorts = {}, queues }: TreeCase): QuotaTree {
  return QuotaTree.create({
    cohorts: Object.entries(cohorts).map(([name, { under, quota }]) =>
      cohort(name, {
        parent: under,
        resource: 'cpu',
        quotas: quota && { red: quota },
      }),
    ),
    clusterQueues: Object.entries(queues).map(([name, queue]) =>
      clusterQueue({
        name,
        cohort: queue.in,
        resource: 'cpu',
        quotas: { red: queue.quota },
        reserved: { red: queue.used ?? '0' },
      }),
    ),
  });
}

describe('QuotaTree', () => {
  it.each(CASES)('answers as Kueue does: $name', tree => {
    const quotas = treeOf(tree);
    for (const [name, expected] of Object.entries(tree.queues)) {
      expect([name, quotas.ofClusterQueue(name, RED)]).toEqual([
        name,
        expect.objectContaining({
          available: expected.available,
          potentiallyAvailable: expected.potential,
          unknown: undefined,
        }),
      ]);
    }
  });

  it.each(CASES)(
    'has all that could be had available where nothing is used: $name',
    ({ queues, ...tree }) => {
      const quotas = treeOf({
        ...tree,
        queues: Object.fromEntries(
          Object.entries(queues).map(([name, queue]) => [
            name,
            { ...queue, used: '0' },
          ]),
        ),
      });
      for (const [name, { potential }] of Object.entries(queues)) {
        expect(quotas.ofClusterQueue(name, RED)?.available).toBe(potential);
      }
    },
  );

  // Kueue's TestSnapshotAddRemoveWorkloadWithLendingLimit: 10 of each queue, of which 4 and 6 are lent.
  it.each([
    ['0', '0', 0],
    ['7', '4', 1_000],
    ['6', '4', 0],
    ['9', '6', 5_000],
  ])(
    'counts in the cohort what %s and %s use beyond what is kept',
    (first, second, usage) => {
      const tree = treeOf({
        name: '',
        queues: {
          first: {
            in: 'lend',
            quota: ['10', '', '4'],
            used: first,
            available: 0,
            potential: 0,
          },
          second: {
            in: 'lend',
            quota: ['10', '', '6'],
            used: second,
            available: 0,
            potential: 0,
          },
        },
      });
      expect(tree.ofCohort('lend', RED)).toMatchObject({
        subtreeQuota: 10_000,
        usage,
      });
    },
  );

  it('takes a cohort that does not exist for one without quota, and says so', () => {
    const tree = QuotaTree.create({
      clusterQueues: [
        clusterQueue({ name: 'a', cohort: 'ghost', quotas: { h100: ['8'] } }),
      ],
      cohorts: [cohort('other', { parent: 'above' })],
    });
    expect(
      tree.ofClusterQueue('a', { flavor: 'h100', resource: 'nvidia.com/gpu' }),
    ).toMatchObject({ available: 8 });
    expect(tree.problems).toEqual([
      { problem: 'undeclared-cohort', cohort: 'above' },
      { problem: 'undeclared-cohort', cohort: 'ghost' },
    ]);
  });

  it.each([
    ['itself', [cohort('one', { parent: 'one' })]],
    [
      'each other',
      [cohort('one', { parent: 'two' }), cohort('two', { parent: 'one' })],
    ],
  ])('does not run in circles where cohorts are under %s', (_, cohorts) => {
    const tree = QuotaTree.create({
      clusterQueues: [
        clusterQueue({ name: 'a', cohort: 'one', quotas: { h100: ['8'] } }),
        clusterQueue({ name: 'b', quotas: { h100: ['8'] } }),
      ],
      cohorts,
    });
    const of = { flavor: 'h100', resource: 'nvidia.com/gpu' };
    expect(tree.ofClusterQueue('a', of)).toEqual({
      subtreeQuota: undefined,
      usage: undefined,
      available: undefined,
      potentiallyAvailable: undefined,
      unknown: 'The cohorts above "a" form a cycle, so that it admits nothing.',
    });
    expect(tree.heightThatFits('a', of, 1)).toBeUndefined();
    expect(tree.rootOf('a')).toBeUndefined();
    expect(tree.ofClusterQueue('b', of)).toMatchObject({ available: 8 });
    expect(tree.problems).toEqual([
      {
        problem: 'cycle',
        cohorts: cohorts.map(({ name }) => name),
        clusterQueues: ['a'],
      },
    ]);
  });

  it('does not make up what it is not told', () => {
    const of = { flavor: 'h100', resource: 'nvidia.com/gpu' };
    const silent = clusterQueue({
      name: 'silent',
      cohort: 'all',
      quotas: { h100: ['8'] },
      status: null,
    });
    const other = clusterQueue({
      name: 'other',
      cohort: 'all',
      quotas: { h100: ['8'] },
    });
    const tree = QuotaTree.create({
      clusterQueues: [silent, other],
      cohorts: [],
    });
    expect(tree.ofClusterQueue('other', of)).toEqual({
      subtreeQuota: 8,
      usage: 0,
      available: undefined,
      potentiallyAvailable: 16,
      unknown: 'The status of "silent" does not say what is reserved.',
    });
    expect(
      QuotaTree.create({
        clusterQueues: [other],
        cohorts: undefined,
      }).ofClusterQueue('other', of),
    ).toMatchObject({
      available: undefined,
      unknown: 'The cohort "all" is not observed.',
    });
    expect(tree.ofClusterQueue('nobody', of)).toBeUndefined();
  });

  it('keeps unlimited quota unlimited', () => {
    const of = { flavor: 'h100', resource: 'nvidia.com/gpu' };
    const tree = QuotaTree.create({
      clusterQueues: [
        clusterQueue({
          name: 'a',
          cohort: 'all',
          quotas: { h100: ['9223372036854775807'] },
          reserved: { h100: '5' },
        }),
        clusterQueue({
          name: 'b',
          cohort: 'all',
          quotas: { h100: ['1', '2'] },
        }),
      ],
      cohorts: [],
    });
    expect(tree.ofClusterQueue('a', of)?.available).toBe(Infinity);
    expect(tree.ofClusterQueue('b', of)?.available).toBe(3);
  });

  it('goes through a chain of many cohorts', () => {
    const depth = 20_000;
    const tree = QuotaTree.create({
      clusterQueues: [
        clusterQueue({ name: 'a', cohort: 'c0', quotas: { h100: ['8'] } }),
      ],
      cohorts: Array.from({ length: depth }, (_, index) =>
        cohort(`c${index}`, { parent: `c${index + 1}` }),
      ),
    });
    expect(
      tree.ofClusterQueue('a', { flavor: 'h100', resource: 'nvidia.com/gpu' })
        ?.available,
    ).toBe(8);
    expect(tree.rootOf('a')).toBe(`c${depth}`);
  });

  describe('heightThatFits', () => {
    const of = { flavor: 'h100', resource: 'nvidia.com/gpu' };
    const tree = QuotaTree.create({
      clusterQueues: [
        clusterQueue({
          name: 'a',
          cohort: 'left',
          quotas: { h100: ['4'] },
          reserved: { h100: '2' },
        }),
        clusterQueue({ name: 'b', cohort: 'left', quotas: { h100: ['4'] } }),
        clusterQueue({ name: 'c', cohort: 'right', quotas: { h100: ['4'] } }),
        clusterQueue({ name: 'alone', quotas: { h100: ['4'] } }),
      ],
      cohorts: [
        cohort('left', { parent: 'root' }),
        cohort('right', { parent: 'root' }),
      ],
    });

    it.each([
      ['a', 2, { height: 0, mayReclaim: true }],
      ['a', 3, { height: 1, mayReclaim: true }],
      ['a', 6, { height: 1, mayReclaim: true }],
      ['a', 7, { height: 2, mayReclaim: false }],
      ['a', 11, { height: 2, mayReclaim: false }],
      ['alone', 4, { height: 0, mayReclaim: false }],
      ['alone', 5, { height: 0, mayReclaim: false }],
    ])(
      'finds for queue %s an amount of %d at %o',
      (queue, amount, expected) => {
        expect(tree.heightThatFits(queue, of, amount)).toEqual(expected);
      },
    );
  });
});
