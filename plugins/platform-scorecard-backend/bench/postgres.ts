import { mockServices } from '@backstage/backend-test-utils';
import createKnex, { type Knex } from 'knex';
import { DatabasePlatformFactStore } from '../src/database';

const CONNECTIONS = 10;

/** An empty database of its own on the server that the benchmarks run with. */
export async function createDatabase(name: string): Promise<Knex> {
  const server = process.env.BENCH_POSTGRES_URL;
  if (!server) throw new Error('Run it as `yarn bench scorecard`');
  const admin = createKnex({ client: 'pg', connection: server });
  await admin.raw('drop database if exists ??', [name]);
  await admin.raw('create database ??', [name]);
  await admin.destroy();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return createKnex({
    client: 'pg',
    connection: url.href,
    pool: { min: 0, max: CONNECTIONS },
  });
}

export function createStore(knex: Knex): Promise<DatabasePlatformFactStore> {
  return DatabasePlatformFactStore.create({
    database: { getClient: async () => knex },
    logger: mockServices.rootLogger({ level: 'none' }),
  });
}
