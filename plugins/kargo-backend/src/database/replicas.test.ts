import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { actionEntryId } from '@fairway/plugin-kargo-common';
import type { Knex } from 'knex';
import { applyMigrations } from './applyMigrations';
import { DatabaseLedgerStore } from '../ledger';
import { Replica } from '../__testUtils__/replicas/Replica';
import type { ReplicaTask } from '../__testUtils__/replicas/replicaTask';

/** Each is a race of its own: one that somebody could lose is lost in some of them. */
const ROUNDS = 15;
/** Until both have the message. */
const HEAD_START_MS = 20;
const PROMOTIONS = 400;

type Unscheduled<T> = T extends unknown ? Omit<T, 'atMs'> : never;

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
// Only who runs the package by hand may be without PostgreSQL; where everything is tested, its absence is a failure.
const describeOnPostgres =
  process.env.CI || databases.supports('POSTGRES_18')
    ? describe
    : describe.skip;

describeOnPostgres('two replicas that are two processes', () => {
  let knex: Knex;
  let replicas: readonly Replica[] = [];

  beforeAll(async () => {
    knex = await databases.init('POSTGRES_18');
    await applyMigrations(mockServices.database({ knex }));
    replicas = await Promise.all([Replica.start(knex), Replica.start(knex)]);
  }, 60_000);

  afterAll(() => Promise.all(replicas.map(replica => replica.stop())));

  /** Both do the same at the same moment. */
  async function race(task: Unscheduled<ReplicaTask>) {
    const atMs = Date.now() + HEAD_START_MS;
    const answers = await Promise.all(
      replicas.map(replica => replica.run({ ...task, atMs })),
    );
    return {
      done: answers.filter(({ outcome }) => outcome === 'done').length,
      ids: answers.flatMap(answer =>
        answer.outcome === 'done' ? answer.ids : [],
      ),
      told: answers.flatMap(answer =>
        answer.outcome === 'ready' ? [] : answer.told,
      ),
    };
  }

  it('write the same observations, and nothing counts twice', async () => {
    const { done, told } = await race({ do: 'record', promotions: PROMOTIONS });
    expect(done).toBe(2);
    const store = DatabaseLedgerStore.create({
      client: knex,
      logger: mockServices.logger.mock(),
    });
    for (const kind of [
      'promotion-created',
      'promotion-started',
      'promotion-finished',
    ] as const) {
      expect(await store.count({ kind: [kind] })).toBe(PROMOTIONS);
    }
    // Facts and notifications follow what is told: each once, by whichever replica wrote it.
    expect(told).toHaveLength(3 * PROMOTIONS);
    expect(new Set(told).size).toBe(3 * PROMOTIONS);
    expect(await store.listOpen('platform')).toEqual([]);
  }, 30_000);

  it('ask for, give and use the same approval, and each happens once', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const freight = `freight-${round}`;
      const asked = await race({ do: 'request-approval', freight });
      const [id, ...others] = new Set(asked.ids);
      expect(asked).toMatchObject({ done: 2, told: ['requested'] });
      expect(others).toEqual([]);

      // Both approvers decide on both; who comes second changes nothing, or is told that it is decided.
      const decided = await race({ do: 'approve', id });
      expect([...decided.told].sort()).toEqual(['approved', 'decided']);

      const used = await race({ do: 'use-approval', id, freight });
      expect(used).toEqual({ done: 1, ids: [id], told: ['used'] });
    }
    const states = await knex('approvals').select('state');
    expect(states).toEqual(Array(ROUNDS).fill({ state: 'used' }));
  }, 30_000);

  it('get the same request to carry out, and one of them does', async () => {
    for (let round = 0; round < ROUNDS; round++) {
      const requestId = `request-${round}`;
      expect(await race({ do: 'claim-request', requestId })).toMatchObject({
        done: 2,
        ids: [actionEntryId(requestId, 'requested')],
      });
    }
  }, 30_000);
});
