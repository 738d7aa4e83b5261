import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_GPU_CLUSTER,
  gpuScopeOf,
} from '@fairway/plugin-gpu-capacity-common';
import { poolId, type PoolScope } from './poolId';

const PAGE = 500;

/** A history is kept of so many pools of a cluster at most. */
const MAX_POOLS = 50;

/** The pools of the catalog, as the portal itself sees it: what a caller may see is decided when it asks. */
export class PoolScopes {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /** Pools of each cluster with a node selector, each once. */
  async read(): Promise<ReadonlyMap<string, readonly PoolScope[]>> {
    const pages = this.#catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_GPU_CLUSTER}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: ['kind', 'metadata'],
        pageSize: PAGE,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const byCluster = new Map<string, Map<string, PoolScope>>();
    for await (const page of pages) {
      for (const entity of page) {
        const scope = gpuScopeOf(entity);
        if (scope.status !== 'pool' || scope.nodeSelector.length === 0) {
          continue;
        }
        const known = byCluster.get(scope.cluster) ?? new Map();
        if (known.size < MAX_POOLS) known.set(poolId(scope), scope);
        byCluster.set(scope.cluster, known);
      }
    }
    return new Map(
      [...byCluster].map(([cluster, pools]) => [cluster, [...pools.values()]]),
    );
  }
}
