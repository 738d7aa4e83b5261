import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { clusterResourcesServiceRef } from '@fairway/kubernetes-resources';
import { kargoPermissions } from '@fairway/plugin-kargo-common';
import { kargoAdvisorExtensionPoint } from '@fairway/plugin-kargo-node';
import { platformFactsServiceRef } from '@fairway/plugin-platform-scorecard-node';
import { createGetFreezeCalendarAction } from './actions/createGetFreezeCalendarAction';
import { registerKargoActions } from './actions/registerKargoActions';
import { ArgoCdWindows } from './argocd/ArgoCdWindows';
import { readArgoCdConfig } from './argocd/readArgoCdConfig';
import {
  AdviceService,
  AdvisorSlot,
  ConnectingAdviceStore,
  createAdviceRouter,
  DatabaseAdviceStore,
  diagnosisReader,
} from './advice';
import { CalendarService, createCalendarRouter } from './calendar';
import { readKargoConfig } from './config';
import { applyMigrations } from './database/applyMigrations';
import { Connection } from './database/Connection';
import { KargoWindows } from './controls/KargoWindows';
import { readControlsConfig } from './controls/readControlsConfig';
import { riskClassReader } from './controls/riskClassReader';
import { StageControls } from './controls/StageControls';
import { StagePolicies } from './controls/StagePolicies';
import {
  DatabaseFreezeNoticeStore,
  FreezeAnnouncer,
  readFreezeNoticeConfig,
} from './freezes';
import { LedgerFactsReporter } from './facts/LedgerFactsReporter';
import {
  REPORTED_BYPASSES,
  REPORTED_OVERRIDES,
  reportedPromotions,
} from './facts/reportedEntries';
import { Growth } from './history/Growth';
import { createPromoting } from './execution/createPromoting';
import { readExecutionConfig } from './execution/readExecutionConfig';
import { createHistoryRouter } from './history/createHistoryRouter';
import { HistoryService } from './history/HistoryService';
import { startRecorder } from './history/startRecorder';
import {
  ConnectingLedgerStore,
  DatabaseLedgerStore,
  readHistoryConfig,
  retentionStart,
} from './ledger';
import { PromotionNotifier } from './notifications/PromotionNotifier';
import { StuckPromotions } from './notifications/StuckPromotions';
import { createPortfolioRouter, DefaultPortfolioService } from './portfolio';
import { createRouter } from './router';
import { scheduleTasks } from './scheduleTasks';
import { createSearchRouter, SearchDocuments } from './search';
import { ControlPlanes } from './services/ControlPlanes';
import { DefaultKargoPromotionsService } from './services/DefaultKargoPromotionsService';
import { EntityProjects } from './services/EntityProjects';
import { PromotionReader } from './services/PromotionReader';
import { RunningPromotions } from './services/RunningPromotions';

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
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        clusterResources: clusterResourcesServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        facts: platformFactsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        tracing: tracingServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const {
          controlPlanes: configured,
          defaultControllers,
          links,
        } = readKargoConfig(deps.config);
        const promotionReader = new PromotionReader(deps);
        const controlPlanes = new ControlPlanes({
          ...deps,
          argoCdPlaces: readArgoCdConfig(deps.config),
          configured,
          defaultControllers,
          lastRead: key => promotionReader.lastRead(key),
        });
        const historyConfig = readHistoryConfig(deps.config);
        const executionConfig = readExecutionConfig(deps.config);
        const controlsConfig = readControlsConfig(deps.config);
        const controls = new StageControls({
          ...controlsConfig,
          windows: [
            new KargoWindows({ controlPlanes }),
            new ArgoCdWindows({ controlPlanes }),
          ],
          executingEnabled: executionConfig.enabled,
        });
        // Migrations run once, whoever comes first.
        const database = new Connection({
          what: 'the plugin',
          connect: () => applyMigrations(deps.database),
        });
        const ledger = ConnectingLedgerStore.create({
          connect: async () =>
            DatabaseLedgerStore.create({
              client: await database.get(),
              logger: deps.logger,
            }),
        });
        const running = new RunningPromotions({
          ...deps,
          listControlPlanes: () => controlPlanes.known(),
          reader: promotionReader,
        });
        const entityProjects = new EntityProjects({ ...deps, controlPlanes });
        const history = new HistoryService({ entityProjects, ledger });
        const portfolio = DefaultPortfolioService.fromConfig({
          ...deps,
          controlPlanes,
          controls,
        });
        const calendar = new CalendarService({
          ...deps,
          controlPlanes,
          controls,
          entityProjects,
        });
        const searchDocuments = new SearchDocuments({ ...deps, controlPlanes });
        const promoting = createPromoting({
          ...deps,
          controls,
          controlsConfig,
          database,
          entityProjects,
          executionConfig,
          ledger,
          links,
        });
        const promotions = new DefaultKargoPromotionsService({
          controlPlanes,
          controls,
          entityProjects,
          policies: new StagePolicies({
            ...deps,
            approvals: promoting.approvals,
            controls,
          }),
          promotionReader,
          integrations: ScmIntegrations.fromConfig(deps.config),
          links,
        });
        const advice = AdviceService.create({
          getAdvisor: () => advisorSlot.advisor,
          store: ConnectingAdviceStore.create({
            connect: async () =>
              DatabaseAdviceStore.create({ client: await database.get() }),
          }),
          logger: deps.logger,
        });
        const growth = new Growth();
        const notifier = new PromotionNotifier(deps);
        const stuck = new StuckPromotions({ controlPlanes, controls });
        const freezes = new FreezeAnnouncer({
          ...deps,
          config: readFreezeNoticeConfig(deps.config),
          controlPlanes,
          controls,
          store: new DatabaseFreezeNoticeStore({
            connect: () => database.get(),
          }),
        });
        startRecorder({
          ...deps,
          onRecorded: entries => {
            growth.note();
            notifier.tellOfEntries(entries);
          },
          config: historyConfig,
          controlPlanes,
          ledger,
          promotionReader,
          riskClassOf: riskClassReader(controlPlanes, controls),
        });

        deps.permissionsRegistry.addPermissions(kargoPermissions);
        registerKargoActions({
          ...deps,
          ...promoting.entities,
          targets: promoting.targets,
          promotions,
          executionEnabled: executionConfig.enabled,
        });
        deps.httpRouter.use(await createRouter({ ...deps, promotions }));
        deps.httpRouter.use(createHistoryRouter({ ...deps, history }));
        deps.httpRouter.use(promoting.router);
        deps.httpRouter.use(
          createAdviceRouter({
            ...deps,
            advice,
            diagnosisOf: diagnosisReader(promotions),
          }),
        );
        deps.httpRouter.use(createPortfolioRouter({ ...deps, portfolio }));
        createGetFreezeCalendarAction({ ...deps, calendar });
        deps.httpRouter.use(createCalendarRouter({ ...deps, calendar }));
        deps.httpRouter.use(createSearchRouter({ ...deps, searchDocuments }));
        await scheduleTasks({
          ...deps,
          approvals: promoting.approvals,
          ledger,
          lookAtRunning: () => running.look(new Date()),
          lookForStuck: () => notifier.tell(stuck.find(new Date())),
          announceFreezes: () => freezes.announce(new Date()),
          hasGrown: () => growth.take(),
          keptSince: () => retentionStart(historyConfig.retention, new Date()),
          reporters: [
            REPORTED_BYPASSES,
            REPORTED_OVERRIDES,
            reportedPromotions(
              (name, project) =>
                controlPlanes
                  .known()
                  .find(controlPlane => controlPlane.name === name)
                  ?.stagesOf(project) ?? [],
            ),
          ].map(
            entries => new LedgerFactsReporter({ ...deps, ledger, entries }),
          ),
        });
        deps.lifecycle.addShutdownHook(() => controlPlanes.close());
      },
    });
  },
});
