import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readCollatorConfig } from './config';
import { GpuCapacityCollatorFactory } from './GpuCapacityCollatorFactory';

/**
 * Finds GPU pools and clusters of the catalog in the search.
 *
 * @public
 */
export const searchModuleGpuCapacity = createBackendModule({
  pluginId: 'search',
  moduleId: 'gpu-capacity-collator',
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
          factory: new GpuCapacityCollatorFactory({
            auth,
            discovery,
            locationTemplate,
          }),
        });
      },
    });
  },
});
