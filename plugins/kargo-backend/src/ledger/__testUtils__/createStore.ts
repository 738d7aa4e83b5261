import {
  mockServices,
  type TestDatabaseId,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { applyMigrations } from '../../database/applyMigrations';
import { DatabaseLedgerStore } from '../DatabaseLedgerStore';

/** A store on an empty test database. */
export async function createStore(
  databases: TestDatabases,
  databaseId: TestDatabaseId,
) {
  const knex = await databases.init(databaseId);
  const logger = mockServices.logger.mock();
  const client = await applyMigrations(mockServices.database({ knex }));
  const store = DatabaseLedgerStore.create({ client, logger });
  return { store, knex, logger };
}
