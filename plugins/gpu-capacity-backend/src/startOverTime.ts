import type {
  AuthService,
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Knex } from 'knex';
import type { WorkloadEntities } from './access';
import { readMetricsConfig } from './config/metricsConfig';
import { readNotificationsConfig } from './config/notificationsConfig';
import { readNodePricesConfig, readPriceConfig } from './config/priceConfig';
import {
  DatabaseHistoryStore,
  HistoryRecorder,
  PoolHistoryService,
  PoolScopes,
  readHistoryConfig,
  type SeenShapes,
  type ShapeStore,
} from './history';
import {
  CapacityNotifier,
  DatabaseEpisodeStore,
  idleFindings,
  lossFindings,
  pageOf,
  queueFindings,
  type FindFindings,
} from './notifications';
import {
  Estate,
  NO_NODE_PRICES,
  OverviewService,
  Prices,
  PrometheusNodePrices,
  VisibleEntities,
} from './overview';
import { scheduleTasks } from './scheduleTasks';
import type { CapacityClusters } from './services/CapacityClusters';
import type { IdlePods, MeasuredPods } from './services/MeasuredPods';

/** Makes what is remembered, what is made of it, and what is done now and then. */
export async function startOverTime(options: {
  readonly auth: AuthService;
  readonly catalog: CatalogService;
  readonly clusters: CapacityClusters;
  readonly config: RootConfigService;
  /** Gives the database of the plugin, with its tables. */
  readonly connect: () => Promise<Knex>;
  readonly logger: LoggerService;
  readonly idle: IdlePods;
  readonly measured: MeasuredPods;
  readonly notifications: NotificationService;
  readonly platformTeams: readonly string[];
  readonly scheduler: SchedulerService;
  readonly seenShapes: SeenShapes;
  readonly shapes: ShapeStore;
  readonly workloads: WorkloadEntities;
}): Promise<{
  readonly history: PoolHistoryService;
  readonly overview: OverviewService;
}> {
  const { auth, clusters, config, connect, platformTeams } = options;
  const store = new DatabaseHistoryStore({ connect });
  const nodePrices = readNodePricesConfig(config);
  const { idleAfterMs } = readNotificationsConfig(config);
  const estate = new Estate({
    ...options,
    history: store,
    prices: new Prices({
      products: readPriceConfig(config),
      nodes: nodePrices
        ? new PrometheusNodePrices({
            ...options,
            ...nodePrices,
            clusters: readMetricsConfig(config),
          })
        : NO_NODE_PRICES,
    }),
  });
  const visible = new VisibleEntities(options);
  const findTroubles: FindFindings = async () => {
    const refs = await visible.clusterRefs({
      credentials: await auth.getOwnServiceCredentials(),
    });
    const pageOfCluster = (cluster: string) => {
      const ref = refs.get(cluster);
      return ref === undefined ? undefined : pageOf(ref);
    };
    const found = await clusters.list();
    const toTell = { platformTeams, pageOfCluster };
    return [
      ...lossFindings(found, toTell),
      ...queueFindings(
        found.flatMap(cluster => (cluster.ok ? [cluster.view] : [])),
        toTell,
      ),
    ];
  };
  await scheduleTasks({
    ...options,
    recorder: new HistoryRecorder({
      ...options,
      pools: new PoolScopes(options),
      retention: readHistoryConfig(config),
      store,
    }),
    notifier: new CapacityNotifier({
      ...options,
      find: [
        async () => idleFindings(await estate.get(), { afterMs: idleAfterMs }),
        findTroubles,
      ],
      store: new DatabaseEpisodeStore({ connect }),
    }),
  });
  return {
    history: new PoolHistoryService({ ...options, store }),
    overview: new OverviewService({ ...options, estate }),
  };
}
