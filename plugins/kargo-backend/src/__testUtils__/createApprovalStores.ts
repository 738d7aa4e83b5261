import {
  mockServices,
  type TestDatabaseId,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { DatabaseApprovalStore } from '../approvals';
import { applyMigrations } from '../database/applyMigrations';

const openClients: Knex[] = [];

/** Two stores on one empty test database; on PostgreSQL each has connections of its own, as two replicas have. */
export async function createApprovalStores(
  databases: TestDatabases,
  databaseId: TestDatabaseId,
) {
  const knex = await databases.init(databaseId);
  await applyMigrations(mockServices.database({ knex }));
  const logger = mockServices.logger.mock();
  const second = databaseId.startsWith('POSTGRES')
    ? createKnex({ ...knex.client.config })
    : knex;
  if (second !== knex) openClients.push(second);
  const stores = [knex, second].map(client =>
    DatabaseApprovalStore.create({ client, logger }),
  );
  return { knex, logger, stores };
}

/** Closes the connections of the second stores. */
export async function closeApprovalStores(): Promise<void> {
  await Promise.all(openClients.splice(0).map(client => client.destroy()));
}
