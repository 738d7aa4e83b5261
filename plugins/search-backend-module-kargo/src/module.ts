import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readCollatorConfig } from './config';
import { KargoCollatorFactory } from './KargoCollatorFactory';

/**
 * Finds Kargo stages and freight of registered entities in the search.
 *
 * @public
 */
export const searchModuleKargo = createBackendModule({
  pluginId: 'search',
  moduleId: 'kargo-collator',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, config, discovery, indexRegistry, scheduler }) {
        const { schedule, locationTemplate } = readCollatorConfig(config);
        indexRegistry.addCollator({
          schedule: scheduler.createScheduledTaskRunner(schedule),
          factory: new KargoCollatorFactory({
            auth,
            discovery,
            locationTemplate,
          }),
        });
      },
    });
  },
});
