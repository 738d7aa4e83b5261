import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { clusterResourcesServiceRef } from '@fairway/kubernetes-resources';
import { gpuCapacityPermissions } from '@fairway/plugin-gpu-capacity-common';
import { PodNamesReader, WorkloadEntities } from './access';
import { createGetCapacityAction } from './actions/createGetCapacityAction';
import { createWhyPendingAction } from './actions/createWhyPendingAction';
import { readGpuCapacityConfig } from './config';
import { createRouter } from './router';
import { CapacityClusters } from './services/CapacityClusters';
import { DefaultGpuCapacityService } from './services/DefaultGpuCapacityService';
import { MoveAdvisor } from './services/MoveAdvisor';
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
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const config = readGpuCapacityConfig(deps.config);
        const clusters = new CapacityClusters({
          ...deps,
          configured: config.clusters,
          registry: config.registry,
        });
        const reading = {
          clusters,
          moves: new MoveAdvisor(),
          podNames: new PodNamesReader({ ...deps, ...config }),
          workloads: new WorkloadEntities(deps),
        };
        const capacity = new DefaultGpuCapacityService({
          ...deps,
          ...config,
          ...reading,
        });
        const whatIf = new WhatIfService(reading);

        deps.permissionsRegistry.addPermissions(gpuCapacityPermissions);
        createGetCapacityAction({ ...deps, capacity });
        createWhyPendingAction({
          ...deps,
          whyPending: new WhyPendingService({ ...reading, capacity }),
        });
        deps.httpRouter.use(await createRouter({ ...deps, capacity }));
        deps.httpRouter.use(createWhatIfRouter({ ...deps, whatIf }));
        deps.lifecycle.addShutdownHook(() => clusters.close());
      },
    });
  },
});
