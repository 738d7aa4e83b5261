import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';

const directory = resolvePackagePath(
  '@fairway/plugin-kargo-backend',
  'migrations',
);

describe('migrations', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'go up, down and up again on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const hasApprovals = () => knex.schema.hasTable('approvals');

      await knex.migrate.latest({ directory });
      expect(await hasApprovals()).toBe(true);
      const row = (id: string, openKey: string | null) => ({
        id,
        version: 1,
        state: 'pending',
        control_plane: 'emea',
        project: 'orders',
        stage: 'prod',
        freight: '76415fe',
        open_key: openKey,
        requested_at: 1_795_262_400_000,
        expires_at: 1_795_348_800_000,
        request: '{}',
      });
      await knex('approvals').insert([row('1', 'a'), row('2', null)]);
      await knex('approvals').insert(row('3', null));
      await expect(
        knex('approvals').insert(row('4', 'a')),
      ).rejects.toMatchObject({ message: expect.stringMatching(/uniq/i) });

      await knex.migrate.rollback({ directory }, true);
      expect(await hasApprovals()).toBe(false);

      await knex.migrate.latest({ directory });
      expect(await hasApprovals()).toBe(true);
    },
    60_000,
  );
});
