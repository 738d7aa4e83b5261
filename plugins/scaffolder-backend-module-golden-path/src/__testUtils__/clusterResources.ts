import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  clusterResourcesServiceRef,
  type ClusterResourcesService,
} from '@fairway/kubernetes-resources';
import { directClusterConfig } from '@fairway/kubernetes-resources/testUtils';
import { TOKEN } from './KargoControlPlane';

/** Configuration of one cluster with the name `platform`. */
export function clusterConfig(url: string) {
  return directClusterConfig([{ name: 'platform', url, token: TOKEN }]);
}

/** The real service, as the module gets it, for one cluster with the name `platform`. */
export async function startClusterResources(url: string): Promise<{
  readonly clusterResources: ClusterResourcesService;
  readonly stop: () => Promise<void>;
}> {
  const services: ClusterResourcesService[] = [];
  const backend = await startTestBackend({
    features: [
      createBackendPlugin({
        pluginId: 'scaffolder',
        register(env) {
          env.registerInit({
            deps: { service: clusterResourcesServiceRef },
            async init({ service }) {
              services.push(service);
            },
          });
        },
      }),
      mockServices.rootConfig.factory({ data: clusterConfig(url) }),
    ],
  });
  const [clusterResources] = services;
  return { clusterResources, stop: () => backend.stop() };
}
