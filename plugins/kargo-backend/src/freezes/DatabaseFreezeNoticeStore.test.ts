import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  mockServices,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseFreezeNoticeStore } from './DatabaseFreezeNoticeStore';

const at = new Date('2026-12-23T12:00:00Z');
const later = (minutes: number) => new Date(at.getTime() + minutes * 60_000);

describe('DatabaseFreezeNoticeStore', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  async function createStore(databaseId: TestDatabaseId) {
    const knex = await databases.init(databaseId);
    await applyMigrations(mockServices.database({ knex }));
    return new DatabaseFreezeNoticeStore({ connect: async () => knex });
  }

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    it('lets one of several tell', async () => {
      const store = await createStore(databaseId);
      const claims = await Promise.all(
        Array.from({ length: 8 }, () => store.claim('a', at)),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await store.claim('b', at)).toBe(true);
    });

    it('never tells again what was told', async () => {
      const store = await createStore(databaseId);
      await store.claim('a', at);
      await store.note('a', at);
      await store.release('a');
      expect(await store.claim('a', later(60))).toBe(false);
    });

    it('lets another one tell where the first one was stopped or could not', async () => {
      const store = await createStore(databaseId);
      await store.claim('a', at);
      expect(await store.claim('a', later(10))).toBe(false);
      expect(await store.claim('a', later(11))).toBe(true);
      await store.release('a');
      expect(await store.claim('a', later(12))).toBe(true);
    });

    it('forgets what is long over', async () => {
      const store = await createStore(databaseId);
      await store.claim('a', at);
      await store.note('a', at);
      await store.deleteBefore(at);
      expect(await store.claim('a', later(60))).toBe(false);
      await store.deleteBefore(later(1));
      expect(await store.claim('a', later(60))).toBe(true);
    });

    it('goes up, down and up again', async () => {
      const directory = resolvePackagePath(
        '@fairway/plugin-kargo-backend',
        'migrations',
      );
      const name = '20261121180000_freeze_notices.js';
      const knex = await databases.init(databaseId);
      const exists = () => knex.schema.hasTable('freeze_notices');
      await knex.migrate.up({ directory, name });
      expect(await exists()).toBe(true);
      await knex.migrate.down({ directory, name });
      expect(await exists()).toBe(false);
      await knex.migrate.up({ directory, name });
      expect(await exists()).toBe(true);
    });
  });
});
