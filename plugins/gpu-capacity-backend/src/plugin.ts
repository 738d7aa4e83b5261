import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { clusterResourcesServiceRef } from '@fairway/kubernetes-resources';
import { gpuCapacityPermissions } from '@fairway/plugin-gpu-capacity-common';
import { createGetCapacityAction } from './actions/createGetCapacityAction';
import { readGpuCapacityConfig } from './config';
import { createRouter } from './router';
import { AcceleratorClusters } from './services/AcceleratorClusters';
import { DefaultGpuCapacityService } from './services/DefaultGpuCapacityService';

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
        catalog: catalogServiceRef,
        clusterResources: clusterResourcesServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
      },
      async init(deps) {
        const clusters = new AcceleratorClusters({
          ...deps,
          configured: readGpuCapacityConfig(deps.config).clusters,
        });
        const capacity = new DefaultGpuCapacityService({ ...deps, clusters });

        deps.permissionsRegistry.addPermissions(gpuCapacityPermissions);
        createGetCapacityAction({ ...deps, capacity });
        deps.httpRouter.use(await createRouter({ ...deps, capacity }));
        deps.lifecycle.addShutdownHook(() => clusters.close());
      },
    });
  },
});
