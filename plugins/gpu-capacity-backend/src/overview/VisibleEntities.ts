import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_GPU_CLUSTER,
  gpuScopeOf,
} from '@fairway/plugin-gpu-capacity-common';

const CHUNK = 250;
/** Entities beyond this are taken for such that the caller may not see. */
const MAX_REFS = 5_000;
const MAX_CLUSTER_ENTITIES = 1_000;

/** Reads of the catalog what one caller may see. */
export class VisibleEntities {
  readonly #catalog: CatalogService;

  constructor(options: { readonly catalog: CatalogService }) {
    this.#catalog = options.catalog;
  }

  /** Titles of those entities that the caller may see, by entity ref as it was given. */
  async titles(
    refs: Iterable<string>,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(refs)].slice(0, MAX_REFS);
    const titles = new Map<string, string>();
    for (let from = 0; from < wanted.length; from += CHUNK) {
      const entityRefs = wanted.slice(from, from + CHUNK);
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: ['kind', 'metadata'] },
        options,
      );
      for (const [index, entity] of items.entries()) {
        if (!entity) continue;
        titles.set(
          entityRefs[index],
          entity.metadata.title ?? entity.metadata.name,
        );
      }
    }
    return titles;
  }

  /** Entities that stand for whole clusters, by the name of the cluster. */
  async clusterRefs(options: {
    readonly credentials: BackstageCredentials;
  }): Promise<ReadonlyMap<string, string>> {
    const { items } = await this.#catalog.getEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_GPU_CLUSTER}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: ['kind', 'metadata'],
        limit: MAX_CLUSTER_ENTITIES,
      },
      options,
    );
    const refs = new Map<string, string>();
    for (const entity of items) {
      const scope = gpuScopeOf(entity);
      if (scope.status === 'pool' && scope.nodeSelector.length === 0) {
        refs.set(scope.cluster, stringifyEntityRef(entity));
      }
    }
    return refs;
  }
}
