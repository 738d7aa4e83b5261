import { createBackend } from '@backstage/backend-defaults';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { ANNOTATION_KUBERNETES_AUTH_PROVIDER } from '@backstage/plugin-kubernetes-common';
import { kubernetesClusterSupplierExtensionPoint } from '@backstage/plugin-kubernetes-node';

/**
 * A real Backstage backend with the kubernetes plugin. It runs in a process of its own, because jest cannot load the ES
 * modules that the plugin imports. Arguments: port, URL of the API server, token of callers, token of the cluster.
 */
const [port, clusterUrl, callerToken, clusterToken] = process.argv.slice(2);

const AUTH_PROVIDER_BY_CLUSTER = {
  proxied: 'serviceAccount',
  laptop: 'localKubectlProxy',
  sso: 'oidc',
};

const backend = createBackend();

backend.add(
  mockServices.rootConfig.factory({
    data: {
      backend: {
        baseUrl: `http://127.0.0.1:${port}`,
        listen: { host: '127.0.0.1', port: Number(port) },
        database: { client: 'better-sqlite3', connection: ':memory:' },
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: callerToken, subject: 'test' },
            },
          ],
        },
      },
      kubernetes: {
        serviceLocatorMethod: { type: 'multiTenant' },
        clusterLocatorMethods: [],
      },
    },
  }),
);
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(
  createBackendModule({
    pluginId: 'kubernetes',
    moduleId: 'test-clusters',
    register(reg) {
      reg.registerInit({
        deps: { clusters: kubernetesClusterSupplierExtensionPoint },
        async init({ clusters }) {
          clusters.addClusterSupplier({
            getClusters: async () =>
              Object.entries(AUTH_PROVIDER_BY_CLUSTER).map(
                ([name, authProvider]) => ({
                  name,
                  url: clusterUrl,
                  authMetadata: {
                    [ANNOTATION_KUBERNETES_AUTH_PROVIDER]: authProvider,
                    serviceAccountToken: clusterToken,
                  },
                }),
              ),
          });
        },
      });
    },
  }),
);

backend.start().then(
  () => process.send?.('ready'),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
