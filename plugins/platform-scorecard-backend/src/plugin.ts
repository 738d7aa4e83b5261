import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { scaffolderServiceRef } from '@backstage/plugin-scaffolder-node';
import { platformScorecardPermissions } from '@fairway/plugin-platform-scorecard-common';
import {
  factSourcesExtensionPoint,
  platformFactsSinkRef,
} from '@fairway/plugin-platform-scorecard-node';
import { createGetPlatformScorecardAction } from './actions/createGetPlatformScorecardAction';
import { readScorecardConfig } from './config';
import { DatabasePlatformFactStore, FactStoreConnection } from './database';
import { createRouter } from './router';
import { FactIngest } from './services/FactIngest';
import { FactRateLimit } from './services/FactRateLimit';
import { IngestSink } from './services/IngestSink';
import { ScorecardService } from './services/ScorecardService';
import {
  CATALOG_SOURCE,
  createSources,
  FactSources,
  SCAFFOLDER_SOURCE,
  schedulePolls,
} from './sources';

/** A database that hangs must not hold up the start of the backend. */
const FIRST_CONNECTION_MS = 5_000;

/**
 * Stores facts and computes adoption and time to value.
 *
 * @public
 */
export const platformScorecardPlugin = createBackendPlugin({
  pluginId: 'platform-scorecard',
  register(env) {
    const factSources = new FactSources();
    env.registerExtensionPoint(factSourcesExtensionPoint, factSources);

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        factsSink: platformFactsSinkRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scaffolder: scaffolderServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { database, logger, lifecycle, permissions } = deps;
        const config = readScorecardConfig(deps.config);
        for (const source of createSources({ ...deps, config })) {
          factSources.addSource(source);
        }
        const sources = factSources.all();

        const connection = FactStoreConnection.create({
          connect: () =>
            DatabasePlatformFactStore.create({
              database,
              logger,
              actorSecrets: config.actorSecrets,
            }),
          onConnected: store =>
            schedulePolls({
              sources,
              store,
              scheduler: deps.scheduler,
              logger,
            }),
          logger,
        });
        const getStore = () => connection.get();
        const ingest = FactIngest.create({ getStore });
        const scorecard = ScorecardService.create({
          getStore,
          timeZone: config.timeZone,
          syntheticSources: config.syntheticSources,
          polledSources: sources,
        });

        deps.permissionsRegistry.addPermissions(platformScorecardPermissions);
        createGetPlatformScorecardAction({
          actionsRegistry: deps.actionsRegistry,
          permissions,
          scorecard,
        });
        deps.httpRouter.use(
          createRouter({
            auth: deps.auth,
            httpAuth: deps.httpAuth,
            permissions,
            auditor: deps.auditor,
            scorecard,
            ingest,
            rateLimit: FactRateLimit.create(config),
            reservedSources: [
              CATALOG_SOURCE,
              SCAFFOLDER_SOURCE,
              ...sources.map(({ id }) => id),
            ],
          }),
        );
        deps.factsSink.connect(IngestSink.create({ ingest, logger }));
        lifecycle.addShutdownHook(() => connection.stop());
        await connection.startWithin(FIRST_CONNECTION_MS);
      },
    });
  },
});
