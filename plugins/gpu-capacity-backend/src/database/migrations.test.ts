import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';

const directory = resolvePackagePath(
  '@fairway/plugin-gpu-capacity-backend',
  'migrations',
);

const TABLES = ['capacity_periods', 'capacity_shapes', 'capacity_episodes'];

describe('migrations', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'go up, down and up again on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const existing = () =>
        Promise.all(TABLES.map(table => knex.schema.hasTable(table)));
      await knex.migrate.latest({ directory });
      expect(await existing()).toEqual([true, true, true]);
      await knex.migrate.rollback({ directory }, true);
      expect(await existing()).toEqual([false, false, false]);
      await knex.migrate.latest({ directory });
      expect(await existing()).toEqual([true, true, true]);
    },
    60_000,
  );
});
