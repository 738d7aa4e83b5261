import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { recordOf } from '../__testUtils__/advice';
import { toAdviceRow } from './adviceRow';

const directory = resolvePackagePath(
  '@fairway/plugin-kargo-backend',
  'migrations',
);
const MIGRATION = '20261121170000_advice.js';

describe('the migration of advice', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'goes up, down and up again on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const exists = () => knex.schema.hasTable('advice');

      await knex.migrate.up({ directory, name: MIGRATION });
      expect(await exists()).toBe(true);
      const row = toAdviceRow(recordOf());
      await knex('advice').insert(row);
      await expect(knex('advice').insert(row)).rejects.toMatchObject({
        message: expect.stringMatching(/uniq/i),
      });

      await knex.migrate.down({ directory, name: MIGRATION });
      expect(await exists()).toBe(false);

      await knex.migrate.up({ directory, name: MIGRATION });
      expect(await exists()).toBe(true);
    },
    60_000,
  );
});
