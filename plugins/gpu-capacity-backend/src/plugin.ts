import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { clusterResourcesServiceRef } from '@fairway/kubernetes-resources';
import { gpuCapacityPermissions } from '@fairway/plugin-gpu-capacity-common';
import { PodNamesReader, WorkloadEntities } from './access';
import { createGetCapacityAction } from './actions/createGetCapacityAction';
import { createGpuFitAction } from './actions/createGpuFitAction';
import { createIdleGpusAction } from './actions/createIdleGpusAction';
import { applyMigrations } from './database/applyMigrations';
import { Connection } from './database/Connection';
import { createHistoryRouter, DatabaseShapeStore, SeenShapes } from './history';
import { createOverviewRouter } from './overview';
import { readGpuCapacityConfig } from './config/gpuCapacityConfig';
import { readMetricsConfig } from './config/metricsConfig';
import { readQueuesConfig } from './config/queuesConfig';
import { DeviceMetrics } from './prometheus/DeviceMetrics';
import { createWhyPendingAction } from './actions/createWhyPendingAction';
import { createRouter } from './router';
import { ActivityPods } from './services/ActivityPods';
import { CapacityClusters } from './services/CapacityClusters';
import { DefaultGpuCapacityService } from './services/DefaultGpuCapacityService';
import { MoveAdvisor } from './services/MoveAdvisor';
import { RightSizes } from './services/RightSizes';
import { createSearchRouter, SearchDocuments } from './search';
import { startOverTime } from './startOverTime';
import { WhatIfService, createWhatIfRouter } from './whatIf';
import { WhyPendingService } from './whyPending';

/**
 * Reads nodes and pods and accounts for accelerators.
 *
 * @public
 */
export const gpuCapacityPlugin = createBackendPlugin({
  pluginId: 'gpu-capacity',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clusterResources: clusterResourcesServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readGpuCapacityConfig(deps.config);
        const metrics = new DeviceMetrics({
          clusters: readMetricsConfig(deps.config),
        });
        // Migrations run once, whoever comes first.
        const database = new Connection({
          what: 'the plugin',
          connect: () => applyMigrations(deps.database),
        });
        const connect = () => database.get();
        const shapes = new DatabaseShapeStore({ connect });
        const seenShapes = new SeenShapes({ ...deps, store: shapes });
        const clusters = new CapacityClusters({
          ...deps,
          ...readQueuesConfig(deps.config),
          metrics,
          configured: config.clusters,
          registry: config.registry,
          seenShapes: cluster => seenShapes.of(cluster),
        });
        const reading = {
          clusters,
          moves: new MoveAdvisor(),
          podNames: new PodNamesReader({ ...deps, ...config }),
          workloads: new WorkloadEntities(deps),
        };
        const activity = new ActivityPods({
          ...config,
          viewOf: cluster => clusters.known(cluster),
        });
        const capacity = new DefaultGpuCapacityService({
          ...deps,
          ...config,
          ...reading,
          rightSizes: new RightSizes({ ...config, metrics }),
        });
        const whatIf = new WhatIfService(reading);
        const { history, overview } = await startOverTime({
          ...deps,
          ...reading,
          connect,
          idle: activity.idle,
          measured: activity.measured,
          platformTeams: config.platformTeams,
          seenShapes,
          shapes,
        });

        deps.permissionsRegistry.addPermissions(gpuCapacityPermissions);
        createGetCapacityAction({ ...deps, capacity });
        createGpuFitAction({ ...deps, whatIf });
        createIdleGpusAction({ ...deps, overview });
        createWhyPendingAction({
          ...deps,
          whyPending: new WhyPendingService({ ...reading, capacity }),
        });
        deps.httpRouter.use(await createRouter({ ...deps, capacity }));
        deps.httpRouter.use(createWhatIfRouter({ ...deps, whatIf }));
        deps.httpRouter.use(
          createSearchRouter({
            ...deps,
            searchDocuments: new SearchDocuments({ ...deps, clusters }),
          }),
        );
        deps.httpRouter.use(createHistoryRouter({ ...deps, history }));
        deps.httpRouter.use(createOverviewRouter({ ...deps, overview }));
        deps.lifecycle.addShutdownHook(() => {
          clusters.close();
          metrics.close();
        });
      },
    });
  },
});
