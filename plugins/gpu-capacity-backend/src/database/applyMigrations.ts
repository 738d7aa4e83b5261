import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';

const MIGRATIONS = resolvePackagePath(
  '@fairway/plugin-gpu-capacity-backend',
  'migrations',
);

/** Brings the database of the plugin up to date, unless the backend does not want that, and gives its client. */
export async function applyMigrations(
  database: DatabaseService,
): Promise<Knex> {
  const client = await database.getClient();
  if (!database.migrations?.skip) {
    await client.migrate.latest({ directory: MIGRATIONS });
  }
  return client;
}
