import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  gpuScopeOf,
  type GpuCapacity,
  type GpuScope,
} from '@fairway/plugin-gpu-capacity-common';
import { poolCapacity, type ClusterSnapshot } from '../domain/poolCapacity';
import { workloadCapacity } from '../domain/workloadCapacity';
import type {
  AcceleratorCluster,
  AcceleratorClusters,
} from './AcceleratorClusters';
import type { GpuCapacityService } from './GpuCapacityService';

const FIRST_ANSWER_TIMEOUT_MS = 5_000;

/** Joins the catalog, with the caller's rights, with what the clusters say. */
export class DefaultGpuCapacityService implements GpuCapacityService {
  readonly #catalog: CatalogService;
  readonly #clusters: AcceleratorClusters;

  constructor(options: {
    readonly catalog: CatalogService;
    readonly clusters: AcceleratorClusters;
  }) {
    this.#catalog = options.catalog;
    this.#clusters = options.clusters;
  }

  async getEntityCapacity(
    entityRef: string,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<GpuCapacity> {
    const entity = await this.#catalog.getEntityByRef(entityRef, options);
    if (!entity) throw new NotFoundError(`No entity ${entityRef}`);
    const scope = gpuScopeOf(entity);
    switch (scope.status) {
      case 'none':
        return nothing(
          'This entity is no pool and has no pods.',
          'Set gpu-capacity/cluster on a pool, or backstage.io/kubernetes-id on a component.',
        );
      case 'invalid':
        return nothing('This entity cannot be read.', scope.reason);
      case 'pool':
        return this.#pool(scope);
      default:
        return this.#workload(scope);
    }
  }

  async #pool(
    scope: Extract<GpuScope, { status: 'pool' }>,
  ): Promise<GpuCapacity> {
    const found = await this.#clusters.get(scope.cluster);
    if (!found.ok) {
      return nothing(
        `The cluster ${scope.cluster} cannot be read.`,
        found.reason,
      );
    }
    return poolCapacity({
      cluster: await snapshot(found.cluster),
      nodeSelector: scope.nodeSelector,
    });
  }

  async #workload(
    scope: Extract<GpuScope, { status: 'workload' }>,
  ): Promise<GpuCapacity> {
    if (scope.cluster === undefined) {
      const clusters = await this.#clusters.list();
      return workloadCapacity(scope, await Promise.all(clusters.map(snapshot)));
    }
    const found = await this.#clusters.get(scope.cluster);
    if (!found.ok) {
      return nothing(
        `The cluster ${scope.cluster} cannot be read.`,
        found.reason,
      );
    }
    return workloadCapacity(scope, [await snapshot(found.cluster)]);
  }
}

function nothing(headline: string, advice: string): GpuCapacity {
  return { scope: 'none', headline, advice };
}

async function snapshot(cluster: AcceleratorCluster): Promise<ClusterSnapshot> {
  const wait = { timeoutMs: FIRST_ANSWER_TIMEOUT_MS };
  const [nodes, pods] = await Promise.all([
    cluster.nodes.settled(wait),
    cluster.pods.settled(wait),
  ]);
  return { name: cluster.name, title: cluster.title, nodes, pods };
}
