import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { WorkloadEntities } from '../access';
import type { HistoryStore } from '../history/HistoryStore';
import {
  PERIOD_MS,
  periodStart,
  type CapacityPeriod,
} from '../history/periods';
import { poolId } from '../history/poolId';
import { Refreshed } from '../prometheus/Refreshed';
import type { ListsClusters } from '../services/CapacityClusters';
import type { IdlePods } from '../services/MeasuredPods';
import { estateCluster, type EstateCluster } from './EstateCluster';
import type { PriceBooks } from './ownerCosts';
import type { Prices } from './Prices';

/** All that the overview is made of, the same for everybody. */
export interface EstateState {
  readonly clusters: readonly EstateCluster[];
  readonly books: PriceBooks;
  /** Days of whole clusters, in the order of time; empty where the database cannot be read. */
  readonly days: readonly CapacityPeriod[];
}

/** How long it is good for: many may look at the same page. */
const LIFETIME_MS = 10_000;

const HISTORY_DAYS = 90;

/** The history grows every five minutes. */
const HISTORY_LIFETIME_MS = 5 * 60_000;

type Days =
  | { readonly ok: true; readonly periods: readonly CapacityPeriod[] }
  | { readonly ok: false };

/** Reads all clusters, their prices and their history, once for everybody who asks at the same time. */
export class Estate {
  readonly #clusters: ListsClusters;
  readonly #history: HistoryStore;
  readonly #idle: IdlePods;
  readonly #logger: LoggerService;
  readonly #prices: Prices;
  readonly #workloads: Pick<WorkloadEntities, 'refresh' | 'entityOf'>;
  readonly #now: () => number;
  readonly #state: Refreshed<EstateState>;
  readonly #days: Refreshed<Days>;

  constructor(options: {
    readonly clusters: ListsClusters;
    readonly history: HistoryStore;
    readonly idle: IdlePods;
    readonly logger: LoggerService;
    readonly prices: Prices;
    readonly workloads: Pick<WorkloadEntities, 'refresh' | 'entityOf'>;
    readonly now?: () => number;
  }) {
    this.#clusters = options.clusters;
    this.#history = options.history;
    this.#idle = options.idle;
    this.#logger = options.logger;
    this.#prices = options.prices;
    this.#workloads = options.workloads;
    this.#now = options.now ?? Date.now;
    this.#state = new Refreshed({
      load: () => this.#load(),
      lifetimeMs: () => LIFETIME_MS,
      now: this.#now,
    });
    this.#days = new Refreshed({
      load: () => this.#readDays(),
      lifetimeMs: ({ ok }) => (ok ? HISTORY_LIFETIME_MS : LIFETIME_MS),
      now: this.#now,
    });
  }

  get(): Promise<EstateState> {
    return this.#state.get();
  }

  async #load(): Promise<EstateState> {
    const [found] = await Promise.all([
      this.#clusters.list(),
      this.#workloads.refresh(),
    ]);
    const clusters = found.map(cluster =>
      estateCluster(cluster, {
        entityOf: (name, pod) => this.#workloads.entityOf(name, pod),
        idle: cluster.ok ? this.#idle.of(cluster.view.name) : [],
      }),
    );
    const names = clusters.map(({ view }) => view.name);
    const books = await Promise.all(
      names.map(async name => [name, await this.#prices.of(name)] as const),
    );
    const days = await this.#days.get();
    return {
      clusters,
      books: new Map(books),
      days: days.ok ? days.periods : [],
    };
  }

  async #readDays(): Promise<Days> {
    const until = this.#now();
    try {
      const clusters = await this.#clusters.list();
      const periods = await this.#history.find('day', {
        pools: clusters.map(cluster =>
          poolId({
            cluster: cluster.ok ? cluster.view.name : cluster.cluster,
            nodeSelector: [],
          }),
        ),
        from: periodStart('day', until) - HISTORY_DAYS * PERIOD_MS.day,
        until,
      });
      return { ok: true, periods };
    } catch (error) {
      this.#logger.warn('The history could not be read', toError(error));
      return { ok: false };
    }
  }
}
