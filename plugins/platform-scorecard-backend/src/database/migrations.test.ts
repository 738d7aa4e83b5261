import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';

const directory = resolvePackagePath(
  '@fairway/plugin-platform-scorecard-backend',
  'migrations',
);

describe('migrations', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'go up, down and up again on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const tables = async () => [
        await knex.schema.hasTable('facts'),
        await knex.schema.hasTable('source_state'),
      ];

      await knex.migrate.latest({ directory });
      expect(await tables()).toEqual([true, true]);
      const fact = {
        source: 'test',
        id: '1',
        kind: 'service.created',
        subject: 'component:default/orders',
        occurred_at: 1_772_445_600_000,
        observed_at: 1_772_445_600_001,
        data: '{}',
      };
      await knex('facts').insert(fact);
      await expect(knex('facts').insert(fact)).rejects.toMatchObject({
        message: expect.stringMatching(/uniq/i),
      });

      await knex.migrate.rollback({ directory }, true);
      expect(await tables()).toEqual([false, false]);

      await knex.migrate.latest({ directory });
      expect(await tables()).toEqual([true, true]);
    },
    60_000,
  );
});
