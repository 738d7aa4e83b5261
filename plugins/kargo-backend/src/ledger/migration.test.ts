import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { createdEntry } from './__testUtils__/ledgerEntries';
import { entryToRow } from './entryRow';

const directory = resolvePackagePath(
  '@fairway/plugin-kargo-backend',
  'migrations',
);
const MIGRATION = '20261121150000_ledger.js';

describe('the migration of the ledger', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'goes up, down and up again on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const tables = async () => [
        await knex.schema.hasTable('ledger_entries'),
        await knex.schema.hasTable('ledger_open'),
      ];

      await knex.migrate.up({ directory, name: MIGRATION });
      expect(await tables()).toEqual([true, true]);
      const row = entryToRow(createdEntry('1'), new Date());
      await knex('ledger_entries').insert(row);
      await expect(knex('ledger_entries').insert(row)).rejects.toMatchObject({
        message: expect.stringMatching(/uniq/i),
      });

      await knex.migrate.down({ directory, name: MIGRATION });
      expect(await tables()).toEqual([false, false]);

      await knex.migrate.up({ directory, name: MIGRATION });
      expect(await tables()).toEqual([true, true]);
    },
    60_000,
  );
});
