import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { clusterResourcesServiceRef } from '@fairway/kubernetes-resources';
import { kargoPermissions } from '@fairway/plugin-kargo-common';
import { kargoAdvisorExtensionPoint } from '@fairway/plugin-kargo-node';
import { platformFactsServiceRef } from '@fairway/plugin-platform-scorecard-node';
import { registerKargoActions } from './actions/registerKargoActions';
import { AdvisorSlot } from './advice';
import { readKargoConfig } from './config';
import { PromotionFactsReporter } from './facts/PromotionFactsReporter';
import { createRouter } from './router';
import { ControlPlanes } from './services/ControlPlanes';
import { DefaultKargoPromotionsService } from './services/DefaultKargoPromotionsService';
import { EntityProjects } from './services/EntityProjects';
import { PromotionReader } from './services/PromotionReader';

/**
 * Reads Kargo promotions from every control plane and reports them as facts.
 *
 * @public
 */
export const kargoPlugin = createBackendPlugin({
  pluginId: 'kargo',
  register(env) {
    const advisorSlot = new AdvisorSlot();
    env.registerExtensionPoint(kargoAdvisorExtensionPoint, advisorSlot);
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clusterResources: clusterResourcesServiceRef,
        config: coreServices.rootConfig,
        facts: platformFactsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { controlPlanes: configured, links } = readKargoConfig(
          deps.config,
        );
        const controlPlanes = new ControlPlanes({ ...deps, configured });
        const promotionReader = new PromotionReader(deps);
        const promotions = new DefaultKargoPromotionsService({
          entityProjects: new EntityProjects({ ...deps, controlPlanes }),
          promotionReader,
          integrations: ScmIntegrations.fromConfig(deps.config),
          links,
        });
        const reporter = new PromotionFactsReporter({
          ...deps,
          controlPlanes,
          promotionReader,
        });

        deps.permissionsRegistry.addPermissions(kargoPermissions);
        registerKargoActions({ ...deps, promotions });
        deps.httpRouter.use(await createRouter({ ...deps, promotions }));
        await deps.scheduler.scheduleTask({
          id: 'report-promotion-facts',
          // Every replica has its own view of the clusters; what two of them report is the same.
          scope: 'local',
          frequency: { seconds: 5 },
          initialDelay: { seconds: 5 },
          timeout: { minutes: 1 },
          fn: () => reporter.report(),
        });
        deps.lifecycle.addShutdownHook(() => controlPlanes.close());
      },
    });
  },
});
