import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseEpisodeStore } from './DatabaseEpisodeStore';

const MINUTE = 60_000;
const AT = Date.parse('2026-11-21T12:00:00Z');
const later = (minutes: number) => AT + minutes * MINUTE;
const pause = { pauseMs: 60 * MINUTE };

describe('DatabaseEpisodeStore', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  async function createStore(databaseId: TestDatabaseId) {
    const knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database({ knex }));
    return new DatabaseEpisodeStore({ connect: async () => knex });
  }

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    it('knows since when something lasts', async () => {
      const store = await createStore(databaseId);
      await store.see(['a'], AT, pause);
      expect(await store.see(['a', 'b'], later(30), pause)).toEqual(
        new Map([
          ['a', AT],
          ['b', later(30)],
        ]),
      );
      expect(await store.see(['a'], later(90), pause)).toEqual(
        new Map([['a', AT]]),
      );
    });

    it('takes what was away for longer for a new episode', async () => {
      const store = await createStore(databaseId);
      await store.see(['a'], AT, pause);
      await store.claim('a', AT);
      await store.note('a', AT);
      expect(await store.claim('a', later(600))).toBe(false);
      expect(await store.see(['a'], later(61), pause)).toEqual(
        new Map([['a', later(61)]]),
      );
      expect(await store.claim('a', later(61))).toBe(true);
    });

    it('lets one of several tell, and the next one where that one was stopped or could not', async () => {
      const store = await createStore(databaseId);
      await store.see(['a'], AT, pause);
      const claims = await Promise.all(
        Array.from({ length: 8 }, () => store.claim('a', AT)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await store.claim('a', later(10))).toBe(false);
      expect(await store.claim('a', later(11))).toBe(true);
      await store.release('a');
      expect(await store.claim('a', later(12))).toBe(true);
      expect(await store.claim('unseen', AT)).toBe(false);
    });
  });
});
