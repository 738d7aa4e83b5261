import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { KubernetesBackend } from '../transport/KubernetesBackend';
import { ClusterResources } from './ClusterResources';
import type { ClusterResourcesService } from './ClusterResourcesService';

/**
 * Access to clusters for backend plugins; works without being installed.
 *
 * @remarks
 * All plugins of a process share connections and watch caches. Requests through the proxy of the `kubernetes` plugin
 * carry a token of the plugin that makes them, and those of a shared view one of the plugin that observed it first.
 *
 * @public
 */
export const clusterResourcesServiceRef =
  createServiceRef<ClusterResourcesService>({
    id: 'fairway.kubernetes-resources',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: {
          config: coreServices.rootConfig,
          rootLogger: coreServices.rootLogger,
          rootLifecycle: coreServices.rootLifecycle,
          auth: coreServices.auth,
          discovery: coreServices.discovery,
        },
        createRootContext({ config, rootLogger, rootLifecycle }) {
          const resources = ClusterResources.fromConfig({
            config,
            logger: rootLogger.child({ service: service.id }),
          });
          rootLifecycle.addShutdownHook(() => resources.close());
          return resources;
        },
        factory({ auth, discovery }, resources) {
          return resources.forPlugin({
            backend: KubernetesBackend.create({ auth, discovery }),
          });
        },
      }),
  });
