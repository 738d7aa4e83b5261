import fc from 'fast-check';
import { clusterQueue, cohort, type QuotaLiteral } from './__fixtures__/queues';
import { quotaRows } from './quotaRows';
import { QuotaTree } from './QuotaTree';

const OF = { flavor: 'red', resource: 'nvidia.com/gpu' };

interface Quota {
  readonly nominal: number;
  readonly borrowing: number | undefined;
  readonly lending: number | undefined;
}

interface Queue extends Quota {
  readonly parent: number;
  /** Units asked for; it gets as many as there is room for. */
  readonly asks: number;
}

interface Tree {
  /** Each is under an earlier one; the first one is the root. */
  readonly cohorts: ReadonlyArray<Quota & { readonly parent: number }>;
  readonly queues: readonly Queue[];
}

const limit = fc.option(fc.nat(6), { nil: undefined });
const quota = { nominal: fc.nat(10), borrowing: limit, lending: limit };

const trees: fc.Arbitrary<Tree> = fc.record({
  cohorts: fc.array(fc.record({ ...quota, parent: fc.nat(100) }), {
    minLength: 1,
    maxLength: 5,
  }),
  queues: fc.array(
    fc.record({ ...quota, parent: fc.nat(100), asks: fc.nat(20) }),
    { minLength: 1, maxLength: 6 },
  ),
});

const parentOf = (index: number, parent: number) =>
  index === 0 ? undefined : parent % index;

function literal({ nominal, borrowing, lending }: Quota): QuotaLiteral {
  return [String(nominal), borrowing?.toString(), lending?.toString()];
}

function parsed({ cohorts, queues }: Tree, held: readonly number[]) {
  const clusterQueues = queues.map((queue, index) =>
    clusterQueue({
      name: `q${index}`,
      cohort: `c${queue.parent % cohorts.length}`,
      quotas: { red: literal(queue) },
      reserved: { red: String(held[index]) },
    }),
  );
  return {
    clusterQueues,
    tree: QuotaTree.create({
      clusterQueues,
      cohorts: cohorts.map((each, index) => {
        const parent = parentOf(index, each.parent);
        return cohort(`c${index}`, {
          parent: parent === undefined ? undefined : `c${parent}`,
          quotas: { red: literal(each) },
        });
      }),
    }),
  };
}

/**
 * Another way to the same answer: hand out one unit after the other, each to the lowest level that keeps room for it,
 * as long as there is room.
 */
class UnitByUnit {
  readonly #tree: Tree;
  readonly #taken: number[];
  readonly #takenByQueue: number[];

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#taken = tree.cohorts.map(() => 0);
    this.#takenByQueue = tree.queues.map(() => 0);
    tree.queues.forEach(({ asks }, queue) => {
      this.handOut(queue, asks);
    });
  }

  get held(): readonly number[] {
    return this.#takenByQueue;
  }

  /** Gives a queue units as long as there is room, and says how many. */
  handOut(queue: number, most = Infinity): number {
    let units = 0;
    while (units < most && this.#hasRoom(queue)) {
      this.#take(queue);
      units++;
    }
    return units;
  }

  #take(queue: number): void {
    const { parent } = this.#tree.queues[queue];
    this.#takenByQueue[queue]++;
    if (this.#takenByQueue[queue] <= this.#keptByQueue(queue)) return;
    let at: number | undefined = parent % this.#tree.cohorts.length;
    while (at !== undefined) {
      this.#taken[at]++;
      if (this.#taken[at] <= this.#keptByCohort(at)) return;
      at = parentOf(at, this.#tree.cohorts[at].parent);
    }
  }

  /** Whether one more unit finds room, within all limits on its way up. */
  #hasRoom(queue: number): boolean {
    const { nominal, borrowing, parent } = this.#tree.queues[queue];
    const held = this.#takenByQueue[queue];
    if (held < this.#keptByQueue(queue)) return true;
    if (borrowing !== undefined && held >= nominal + borrowing) return false;
    let at: number | undefined = parent % this.#tree.cohorts.length;
    while (at !== undefined) {
      const cohortQuota = this.#tree.cohorts[at];
      const above = parentOf(at, cohortQuota.parent);
      const taken = this.#taken[at];
      if (above === undefined) return taken < this.#subtree(at);
      if (taken < this.#keptByCohort(at)) return true;
      const most = cohortQuota.borrowing;
      if (most !== undefined && taken >= this.#subtree(at) + most) return false;
      at = above;
    }
    return false;
  }

  #keptByQueue(queue: number): number {
    const { nominal, lending } = this.#tree.queues[queue];
    return lending === undefined ? 0 : Math.max(0, nominal - lending);
  }

  #keptByCohort(index: number): number {
    const { lending } = this.#tree.cohorts[index];
    return lending === undefined
      ? 0
      : Math.max(0, this.#subtree(index) - lending);
  }

  #subtree(index: number): number {
    const { cohorts, queues } = this.#tree;
    const lentByQueues = queues.map((queue, at) =>
      queue.parent % cohorts.length === index
        ? queue.nominal - this.#keptByQueue(at)
        : 0,
    );
    const lentByCohorts = cohorts.map((child, at) =>
      parentOf(at, child.parent) === index
        ? this.#subtree(at) - this.#keptByCohort(at)
        : 0,
    );
    return [...lentByQueues, ...lentByCohorts].reduce(
      (sum, lent) => sum + lent,
      cohorts[index].nominal,
    );
  }
}

describe('QuotaTree on random trees', () => {
  it('has as much available as can be handed out unit by unit', () => {
    fc.assert(
      fc.property(trees, random => {
        const { tree } = parsed(random, new UnitByUnit(random).held);
        random.queues.forEach((_, queue) => {
          expect(tree.ofClusterQueue(`q${queue}`, OF)?.available).toBe(
            new UnitByUnit(random).handOut(queue),
          );
        });
      }),
      { numRuns: 3_000, seed: 20_261_121 },
    );
  });

  it('lends within bounds, and surely no more than is borrowed', () => {
    fc.assert(
      fc.property(trees, random => {
        const { clusterQueues, tree } = parsed(
          random,
          random.queues.map(({ asks }) => asks),
        );
        const rows = quotaRows(clusterQueues, tree);
        const sum = (amount: (row: (typeof rows)[number]) => number) =>
          rows.reduce((total, row) => total + amount(row), 0);
        const borrowed = sum(row => row.borrowed ?? NaN);
        for (const { lent, lendable } of rows) {
          expect(lent?.atLeast).toBeLessThanOrEqual(lent?.atMost ?? NaN);
          expect(lent?.atMost).toBeLessThanOrEqual(lendable ?? NaN);
        }
        expect(sum(row => row.lent?.atLeast ?? NaN)).toBeLessThanOrEqual(
          borrowed,
        );
      }),
      { numRuns: 1_000, seed: 20_261_121 },
    );
  });
});
