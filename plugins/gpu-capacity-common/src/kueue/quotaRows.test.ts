import { clusterQueue, cohort } from './__fixtures__/queues';
import type { ClusterQueue } from './clusterQueue';
import type { Cohort } from './cohort';
import { quotaRows } from './quotaRows';
import { QuotaTree } from './QuotaTree';

function rows(
  clusterQueues: readonly ClusterQueue[],
  cohorts: readonly Cohort[] | undefined = [],
) {
  return quotaRows(clusterQueues, QuotaTree.create({ clusterQueues, cohorts }));
}

describe('quotaRows', () => {
  it('tells what is held, started, borrowed, lent and left', () => {
    expect(
      rows([
        clusterQueue({
          name: 'a',
          cohort: 'research',
          quotas: { h100: ['8'] },
          reserved: { h100: '20' },
          used: { h100: '12' },
        }),
        clusterQueue({
          name: 'b',
          cohort: 'research',
          quotas: { h100: ['16', '', '14'] },
          reserved: { h100: '1' },
        }),
      ]),
    ).toEqual([
      {
        clusterQueue: 'a',
        cohort: 'research',
        rootCohort: 'research',
        flavor: 'h100',
        resource: 'nvidia.com/gpu',
        nominal: 8,
        borrowingLimit: undefined,
        lendingLimit: undefined,
        reserved: 20,
        used: 12,
        notStarted: 8,
        borrowed: 12,
        lendable: 0,
        lent: { atLeast: 0, atMost: 0 },
        // The cohort has 8 + 14 lent by b, of which a holds 20.
        available: 2,
        potentiallyAvailable: 22,
        overAdmitted: 0,
        unknown: undefined,
      },
      expect.objectContaining({
        clusterQueue: 'b',
        reserved: 1,
        used: 1,
        notStarted: 0,
        borrowed: 0,
        lendable: 14,
        lent: { atLeast: 12, atMost: 12 },
        // 2 are kept, of which 1 is held; the rest comes from the cohort.
        available: 3,
        potentiallyAvailable: 24,
      }),
    ]);
  });

  it('gives bounds where several may be lending', () => {
    const lender = (name: string, reserved: string) =>
      clusterQueue({
        name,
        cohort: 'research',
        quotas: { h100: ['8'] },
        reserved: { h100: reserved },
      });
    const lent = rows(
      [lender('a', '15'), lender('b', '2'), lender('c', '5')],
      [cohort('research', { quotas: { h100: ['1'] } })],
    ).map(row => [row.borrowed, row.lent]);
    // 7 are borrowed: b has 6 to lend, c has 3, the cohort has 1.
    expect(lent).toEqual([
      [7, { atLeast: 0, atMost: 0 }],
      [0, { atLeast: 3, atMost: 6 }],
      [0, { atLeast: 0, atMost: 3 }],
    ]);
  });

  it('has nobody lend or borrow without a cohort, but holds too much', () => {
    expect(
      rows([
        clusterQueue({
          name: 'a',
          quotas: { h100: ['8'] },
          reserved: { h100: '10' },
        }),
      ]),
    ).toMatchObject([
      {
        borrowed: 0,
        lendable: 0,
        lent: { atLeast: 0, atMost: 0 },
        available: -2,
        overAdmitted: 2,
      },
    ]);
  });

  it('lends nothing with a lending limit of 0', () => {
    expect(
      rows([
        clusterQueue({
          name: 'a',
          cohort: 'research',
          quotas: { h100: ['8', '', '0'] },
        }),
        clusterQueue({
          name: 'b',
          cohort: 'research',
          quotas: { h100: ['4'] },
        }),
      ]),
    ).toMatchObject([
      { lendable: 0, available: 12 },
      { lendable: 4, available: 4 },
    ]);
  });

  it('leaves unknown what a status does not say', () => {
    const [silent, other] = rows([
      clusterQueue({
        name: 'silent',
        cohort: 'research',
        quotas: { h100: ['8'] },
        status: null,
      }),
      clusterQueue({
        name: 'other',
        cohort: 'research',
        quotas: { h100: ['4'] },
        reserved: { h100: '6' },
      }),
    ]);
    expect(silent).toMatchObject({
      reserved: undefined,
      used: undefined,
      notStarted: undefined,
      borrowed: undefined,
      lent: undefined,
      available: undefined,
      overAdmitted: undefined,
      unknown: 'The status of "silent" does not say what is reserved.',
    });
    expect(other).toMatchObject({
      borrowed: 2,
      lent: undefined,
      available: undefined,
      potentiallyAvailable: 12,
    });
  });

  it('leaves the tree unknown where cohorts are not observed', () => {
    expect(
      quotaRows(
        [
          clusterQueue({
            name: 'a',
            cohort: 'research',
            quotas: { h100: ['8'] },
            reserved: { h100: '10' },
          }),
        ],
        QuotaTree.create({
          clusterQueues: [
            clusterQueue({ name: 'a', cohort: 'research', quotas: {} }),
          ],
          cohorts: undefined,
        }),
      ),
    ).toMatchObject([{ borrowed: 2, lent: undefined, available: undefined }]);
  });
});
