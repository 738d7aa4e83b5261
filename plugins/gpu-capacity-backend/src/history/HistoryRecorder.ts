import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { ListsClusters } from '../services/CapacityClusters';
import type { MeasuredPods } from '../services/MeasuredPods';
import { clusterMoment, type ClusterMoment } from './ClusterMoment';
import type { HistoryStore } from './HistoryStore';
import { PERIOD_MS, periodStart } from './periods';
import type { PoolScope } from './poolId';
import type { PoolScopes } from './PoolScopes';
import { keptSince, type HistoryRetention } from './readHistoryConfig';
import { rollUp } from './rollUp';
import { samplePeriods } from './samplePeriods';
import type { ShapeStore } from './ShapeStore';

/** Longer than shapes count as demand. */
const KEEP_SHAPES_DAYS = 45;

/** Writes down what the accelerators of all clusters do. One replica does at a time, and a time in which none did stays empty. */
export class HistoryRecorder {
  readonly #clusters: ListsClusters;
  readonly #logger: LoggerService;
  readonly #measured: MeasuredPods;
  readonly #pools: Pick<PoolScopes, 'read'>;
  readonly #retention: HistoryRetention;
  readonly #shapes: ShapeStore;
  readonly #store: HistoryStore;

  constructor(options: {
    readonly clusters: ListsClusters;
    readonly logger: LoggerService;
    readonly measured: MeasuredPods;
    readonly pools: Pick<PoolScopes, 'read'>;
    readonly retention: HistoryRetention;
    readonly shapes: ShapeStore;
    readonly store: HistoryStore;
  }) {
    this.#clusters = options.clusters;
    this.#logger = options.logger;
    this.#measured = options.measured;
    this.#pools = options.pools;
    this.#retention = options.retention;
    this.#shapes = options.shapes;
    this.#store = options.store;
  }

  /**
   * Takes a sample of every cluster, and adds up what there is.
   *
   * @param now - in milliseconds since 1970
   */
  async record(now: number): Promise<void> {
    const pools = await this.#readPools();
    for (const found of await this.#clusters.list()) {
      if (!found.ok) continue;
      await this.#recordCluster(
        clusterMoment(found.view),
        pools.get(found.view.name) ?? [],
        now,
      );
    }
    await rollUp(this.#store, now);
  }

  /** Deletes what is older than the configuration wants. */
  async deleteOld(now: number): Promise<void> {
    for (const resolution of ['sample', 'hour', 'day'] as const) {
      await this.#store.deleteBefore(
        resolution,
        keptSince(resolution, this.#retention, now),
      );
    }
    await this.#shapes.deleteBefore(
      periodStart('day', now) - KEEP_SHAPES_DAYS * PERIOD_MS.day,
    );
  }

  async #recordCluster(
    cluster: ClusterMoment,
    pools: readonly PoolScope[],
    now: number,
  ): Promise<void> {
    const whole: PoolScope = { cluster: cluster.name, nodeSelector: [] };
    const measured = this.#measured.of(cluster.name);
    for (const pool of [whole, ...pools]) {
      await this.#store.add(
        await samplePeriods({ cluster, pool, measured, at: now }),
      );
    }
    if (cluster.podsStatus === 'live') {
      await this.#shapes.note(
        cluster.name,
        periodStart('day', now),
        cluster.present,
      );
    }
  }

  /** Without the catalog the clusters as a whole are recorded all the same. */
  async #readPools(): Promise<ReadonlyMap<string, readonly PoolScope[]>> {
    try {
      return await this.#pools.read();
    } catch (error) {
      this.#logger.warn(
        'The pools of the catalog could not be read; only whole clusters are recorded',
        toError(error),
      );
      return new Map();
    }
  }
}
