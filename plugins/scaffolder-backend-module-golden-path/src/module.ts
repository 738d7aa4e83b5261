import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { clusterResourcesServiceRef } from '@fairway/kubernetes-resources';
import { platformFactsServiceRef } from '@fairway/plugin-platform-scorecard-node';
import { createAdoptRepositoryAction } from './actions/createAdoptRepositoryAction';
import { createEffectsAction } from './actions/createEffectsAction';
import { createKargoProjectAction } from './actions/createKargoProjectAction';
import { createLockAction } from './actions/createLockAction';
import { createRegisterAction } from './actions/createRegisterAction';

/**
 * Scaffolder actions that create services on a golden path.
 *
 * @public
 */
export const scaffolderModuleGoldenPath = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'golden-path',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auditor: coreServices.auditor,
        catalog: catalogServiceRef,
        clusterResources: clusterResourcesServiceRef,
        config: coreServices.rootConfig,
        facts: platformFactsServiceRef,
        reader: coreServices.urlReader,
      },
      async init(deps) {
        const integrations = ScmIntegrations.fromConfig(deps.config);
        deps.actions.addActions(
          createLockAction(),
          createAdoptRepositoryAction({ ...deps, integrations }),
          createKargoProjectAction(deps),
          createRegisterAction({ ...deps, integrations }),
          createEffectsAction(),
        );
      },
    });
  },
});
