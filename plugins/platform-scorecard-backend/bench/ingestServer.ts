import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { platformScorecardPlugin } from '../src/plugin';
import { createDatabase } from './postgres';

/** The backend plugin in a process of its own, with PostgreSQL and nothing to poll. */
async function main(): Promise<void> {
  const knex = await createDatabase('bench_http');
  const backend = await startTestBackend({
    features: [
      platformScorecardPlugin,
      createServiceFactory({
        service: coreServices.database,
        deps: {},
        factory: () => ({ getClient: async () => knex }),
      }),
      mockServices.rootConfig.factory({
        data: {
          platformScorecard: {
            ingest: { factsPerMinute: 10_000_000 },
            sources: {
              catalog: { enabled: false },
              scaffolder: { enabled: false },
            },
          },
        },
      }),
      catalogServiceMock.factory({ entities: [] }),
    ],
  });
  process.send?.({
    url: `http://127.0.0.1:${backend.server.port()}/api/platform-scorecard`,
  });
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
process.once('disconnect', () => process.exit());
