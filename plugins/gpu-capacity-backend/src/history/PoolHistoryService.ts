import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  gpuScopeOf,
  type HistoryRange,
  type PoolHistory,
} from '@fairway/plugin-gpu-capacity-common';
import type { HistoryStore } from './HistoryStore';
import { PERIOD_MS, periodStart, type Resolution } from './periods';
import { poolHistory, RANGES } from './poolHistory';
import { poolId } from './poolId';

/** What pools did before. */
export class PoolHistoryService {
  readonly #catalog: CatalogService;
  readonly #store: HistoryStore;
  readonly #now: () => number;

  /** @param options - `now`: in milliseconds since 1970 */
  constructor(options: {
    readonly catalog: CatalogService;
    readonly store: HistoryStore;
    readonly now?: () => number;
  }) {
    this.#catalog = options.catalog;
    this.#store = options.store;
    this.#now = options.now ?? Date.now;
  }

  /**
   * The history of the pool or cluster that an entity is.
   *
   * @throws `NotFoundError` where the caller can see no such entity; `InputError` where it is no pool;
   * `ServiceUnavailableError` where the database cannot be reached
   */
  async getHistory(
    entityRef: string,
    range: HistoryRange,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<PoolHistory> {
    const entity = await this.#catalog.getEntityByRef(entityRef, options);
    if (!entity) throw new NotFoundError(`No entity ${entityRef}`);
    const scope = gpuScopeOf(entity);
    if (scope.status !== 'pool') {
      throw new InputError(`${entityRef} is no pool or cluster`);
    }
    const pool = poolId(scope);
    const { days, resolution } = RANGES[range];
    const until = this.#now();
    const from = periodStart(resolution, until - days * PERIOD_MS.day);
    const [periods, since] = await Promise.all([
      this.#store.find(resolution, { pools: [pool], from, until }),
      this.#since(pool),
    ]);
    return poolHistory({ range, from, until, since, periods });
  }

  async #since(pool: string): Promise<number | undefined> {
    const resolutions: readonly Resolution[] = ['day', 'hour', 'sample'];
    const firsts = await Promise.all(
      resolutions.map(resolution =>
        this.#store.edge('first', resolution, pool),
      ),
    );
    // A day begins before what was first seen in it.
    const [day, ...finer] = firsts;
    const known = finer.filter(first => first !== undefined);
    const earliest = Math.min(...known);
    if (day === undefined) return known.length > 0 ? earliest : undefined;
    return day + PERIOD_MS.day > earliest ? earliest : day;
  }
}
