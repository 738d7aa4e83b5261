import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_GPU_CLUSTER,
  gpuScopeOf,
  matchesLabels,
  productName,
  type GpuScope,
  type GpuSearchDocument,
} from '@fairway/plugin-gpu-capacity-common';
import type {
  CapacityClusters,
  FoundCluster,
} from '../services/CapacityClusters';

type PoolScope = Extract<GpuScope, { status: 'pool' }>;

const PAGE = 500;

/** What the search finds: the pools and clusters of the catalog that the caller may see. */
export class SearchDocuments {
  readonly #catalog: CatalogService;
  readonly #clusters: Pick<CapacityClusters, 'get'>;

  constructor(options: {
    readonly catalog: CatalogService;
    readonly clusters: Pick<CapacityClusters, 'get'>;
  }) {
    this.#catalog = options.catalog;
    this.#clusters = options.clusters;
  }

  async list(options: {
    readonly credentials: BackstageCredentials;
  }): Promise<GpuSearchDocument[]> {
    const pages = this.#catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_GPU_CLUSTER}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: ['kind', 'metadata'],
        pageSize: PAGE,
      },
      options,
    );
    const clusters = new Map<string, Promise<FoundCluster>>();
    const documents: GpuSearchDocument[] = [];
    for await (const page of pages) {
      for (const entity of page) {
        const scope = gpuScopeOf(entity);
        if (scope.status !== 'pool') continue;
        const found =
          clusters.get(scope.cluster) ?? this.#clusters.get(scope.cluster);
        clusters.set(scope.cluster, found);
        documents.push(documentOf(entity, scope, await found));
      }
    }
    return documents;
  }
}

/** A cluster that cannot be read is found by its name. */
function documentOf(
  entity: Entity,
  { cluster, nodeSelector }: PoolScope,
  found: FoundCluster,
): GpuSearchDocument {
  const { name, title = name, description } = entity.metadata;
  const products = new Set<string>();
  const resources = new Set<string>();
  if (found.ok) {
    for (const ledger of found.view.ledgers.values()) {
      const node = found.view.state.node(ledger.node)?.node;
      if (!node || !matchesLabels(nodeSelector, node.labels)) continue;
      if (ledger.product !== undefined) products.add(ledger.product);
      for (const { resource } of ledger.resources) resources.add(resource);
    }
  }
  const kind = nodeSelector.length === 0 ? 'cluster' : 'pool';
  return {
    kind,
    title: `${title} (GPU ${kind})`,
    text: [
      `Accelerators of the cluster ${cluster}.`,
      description,
      [...products].map(productName).sort().join(', '),
      [...resources].sort().join(', '),
    ]
      .filter(Boolean)
      .join(' '),
    entityRef: stringifyEntityRef(entity),
    cluster,
    products: [...products].sort(),
  };
}
