import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createdFact } from '../__testUtils__/createdFact';
import { createStore } from '../__testUtils__/createStore';
import { DatabasePlatformFactStore } from './DatabasePlatformFactStore';

const ALL = { excludeSources: [], limit: 10 };

const added = (inserted: number) => ({ inserted, conflicts: [] });

describe('DatabasePlatformFactStore', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    it('gives back what was put in, newest arrival first', async () => {
      const { store } = await createStore(databases, databaseId);
      const first = createdFact('1', { team: 'group:default/shop' });
      const second = createdFact('2', {
        time: '2026-03-01T10:00:00.000Z',
        data: { path: 'template:default/standard', observedSince: 'install' },
      });
      expect(await store.insert([first, second], 1_772_500_000_000)).toEqual(
        added(2),
      );
      const { items } = await store.listFacts(ALL);
      expect(items.map(({ fact }) => fact)).toEqual([second, first]);
      expect(items[0].observedAt).toBe(1_772_500_000_000);
    });

    it('is not changed by a replay, nor by repetition within a batch', async () => {
      const { store } = await createStore(databases, databaseId);
      const facts = [createdFact('1'), createdFact('2'), createdFact('1')];
      expect(await store.insert(facts, 1)).toEqual(added(2));
      expect(await store.insert(facts, 2)).toEqual(added(0));
      const { items } = await store.listFacts(ALL);
      expect(items.map(({ observedAt }) => observedAt)).toEqual([1, 1]);
      expect(
        await store.insert([createdFact('1', { source: 'other' })], 3),
      ).toEqual(added(1));
    });

    it('takes more facts than one statement can hold', async () => {
      const { store } = await createStore(databases, databaseId);
      const facts = Array.from({ length: 4_000 }, (_, index) =>
        createdFact(`${index}`),
      );
      expect(await store.insert(facts, 1)).toEqual(added(4_000));
      expect(await store.listServiceFacts({ excludeSources: [] })).toHaveLength(
        4_000,
      );
    });

    it('pages, filters by kind and leaves sources out', async () => {
      const { store } = await createStore(databases, databaseId);
      await store.insert(
        [
          createdFact('1'),
          createdFact('2', { source: 'demo' }),
          createdFact('3'),
        ],
        1,
      );
      const page = await store.listFacts({ ...ALL, limit: 2 });
      expect(page.items.map(({ fact }) => fact.id)).toEqual(['3', '2']);
      const rest = await store.listFacts({ ...ALL, before: page.next });
      expect(rest.items.map(({ fact }) => fact.id)).toEqual(['1']);
      expect(rest.next).toBeUndefined();
      const real = await store.listFacts({ ...ALL, excludeSources: ['demo'] });
      expect(real.items.map(({ fact }) => fact.id)).toEqual(['3', '1']);
      const retired = await store.listFacts({
        ...ALL,
        kind: 'service.retired',
      });
      expect(retired.items).toEqual([]);
      expect(
        await store.listServiceFacts({ excludeSources: ['test'] }),
      ).toHaveLength(1);
    });

    it('counts what each source sent', async () => {
      const { store } = await createStore(databases, databaseId);
      await store.insert(
        [
          createdFact('1'),
          createdFact('2', { time: '2026-03-05T10:00:00.000Z' }),
          createdFact('3', { source: 'demo' }),
        ],
        1,
      );
      expect(await store.summariseSources()).toEqual([
        {
          source: 'demo',
          facts: 1,
          unknownKinds: 0,
          firstFactAt: Date.UTC(2026, 2, 2, 10),
          lastFactAt: Date.UTC(2026, 2, 2, 10),
        },
        {
          source: 'test',
          facts: 2,
          unknownKinds: 0,
          firstFactAt: Date.UTC(2026, 2, 2, 10),
          lastFactAt: Date.UTC(2026, 2, 5, 10),
        },
      ]);
    });

    it('keeps the state of a source and forgets an error that is over', async () => {
      const { store } = await createStore(databases, databaseId);
      expect(await store.getSourceState('catalog')).toBeUndefined();
      const failed = { source: 'catalog', cursor: 'c1', error: 'refused' };
      await store.saveSourceState(failed);
      expect(await store.getSourceState('catalog')).toEqual({
        ...failed,
        lastOkAt: undefined,
        lagMs: undefined,
      });
      const worked = {
        source: 'catalog',
        cursor: 'c2',
        lastOkAt: 1_772_500_000_000,
        lagMs: 5,
        error: undefined,
      };
      await store.saveSourceState(worked);
      expect(await store.listSourceStates()).toEqual([worked]);
    });

    it('names other content under a known key, and keeps what was there', async () => {
      const { store } = await createStore(databases, databaseId);
      await store.insert([createdFact('1')], 1);
      const later = { time: '2026-03-03T10:00:00.000Z' };
      expect(
        await store.insert([createdFact('2'), createdFact('1', later)], 2),
      ).toEqual({ inserted: 1, conflicts: [1] });
      const { items } = await store.listFacts(ALL);
      expect(items.map(({ fact }) => fact)).toEqual([
        createdFact('2'),
        createdFact('1'),
      ]);
    });

    it('counts no fact that another one of its source supersedes', async () => {
      const { store } = await createStore(databases, databaseId);
      await store.insert(
        [
          createdFact('1'),
          createdFact('2', { supersedes: '1' }),
          createdFact('3', { source: 'other', supersedes: '2' }),
        ],
        1,
      );
      const counted = await store.listServiceFacts({ excludeSources: [] });
      expect(counted.map(({ id }) => id).sort()).toEqual(['2', '3']);
      expect((await store.listFacts(ALL)).items).toHaveLength(3);
    });

    it('keeps kinds that it does not know, and counts them apart', async () => {
      const { store } = await createStore(databases, databaseId);
      const foreign = [
        { ...createdFact('1'), type: 'dev.fairway.moon.landed' },
        { ...createdFact('2'), type: 'moon.landed', data: [null, 'x'] },
      ];
      await store.insert([...foreign, createdFact('3')], 1);
      const { items } = await store.listFacts(ALL);
      expect(items.map(({ fact }) => fact)).toEqual([
        createdFact('3'),
        foreign[1],
        foreign[0],
      ]);
      expect(await store.listServiceFacts({ excludeSources: [] })).toEqual([
        createdFact('3'),
      ]);
      expect(await store.summariseSources()).toMatchObject([
        { source: 'test', facts: 3, unknownKinds: 2 },
      ]);
    });

    it('keeps of a person only a key, the same for all replicas', async () => {
      const { store, knex, logger } = await createStore(databases, databaseId);
      const replica = await DatabasePlatformFactStore.create({
        database: mockServices.database({ knex }),
        logger,
      });
      const actor = 'user:default/ada';
      await store.insert([createdFact('1', { actor })], 1);
      await replica.insert([createdFact('2', { actor })], 1);
      const rows = await knex('facts').orderBy('id');
      expect(rows[0].actor_key).toMatch(/^[0-9a-f]{8}\.[0-9a-f]{64}$/);
      expect(rows[1].actor_key).toBe(rows[0].actor_key);
      expect(JSON.stringify(rows)).not.toContain('ada');
      const { items } = await store.listFacts(ALL);
      expect(items[0].fact.actor).toBeUndefined();
    });

    it('leaves out a row that cannot be read, and says so', async () => {
      const { store, knex, logger } = await createStore(databases, databaseId);
      await store.insert([createdFact('1'), createdFact('2')], 1);
      await knex('facts').where({ id: '1' }).update({ data: 'not json' });
      const { items } = await store.listFacts(ALL);
      expect(items.map(({ fact }) => fact.id)).toEqual(['2']);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('data is not JSON'),
      );
    });
  });
});
