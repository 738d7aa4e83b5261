import {
  mockServices,
  type TestDatabaseId,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { DatabaseLedgerStore } from '../DatabaseLedgerStore';

/** A store on an empty test database. */
export async function createStore(
  databases: TestDatabases,
  databaseId: TestDatabaseId,
) {
  const knex = await databases.init(databaseId);
  const logger = mockServices.logger.mock();
  const store = await DatabaseLedgerStore.create({
    database: mockServices.database({ knex }),
    logger,
  });
  return { store, knex, logger };
}
