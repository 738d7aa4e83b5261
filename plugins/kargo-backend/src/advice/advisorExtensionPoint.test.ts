import { createBackendModule } from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { kargoAdvisorExtensionPoint } from '@fairway/plugin-kargo-node';
import kargoPlugin from '../index';

function advisorModule(model: string) {
  return createBackendModule({
    pluginId: 'kargo',
    moduleId: `advisor-${model}`,
    register(env) {
      env.registerInit({
        deps: { advisor: kargoAdvisorExtensionPoint },
        async init({ advisor }) {
          advisor.setAdvisor({
            model,
            advise: async () => ({
              status: 'failed',
              failure: { kind: 'refused' },
            }),
          });
        },
      });
    },
  });
}

function start(...models: readonly string[]) {
  return startTestBackend({
    features: [
      kargoPlugin,
      catalogServiceMock.factory(),
      clusterResourcesServiceMock.factory({ clusters: [], collections: [] }),
      ...models.map(advisorModule),
    ],
  });
}

describe('kargoAdvisorExtensionPoint', () => {
  it('takes an advisor', async () => {
    const backend = await start('first');
    await expect(backend.stop()).resolves.toBeUndefined();
  });

  it('takes no second one, and says which there is', async () => {
    await expect(start('first', 'second')).rejects.toThrow(
      'has the advisor first already and takes no second one, second',
    );
  });
});
