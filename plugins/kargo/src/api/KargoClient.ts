import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { PluginJsonClient } from '@fairway/platform-ui';
import {
  entityPromotionsSchema,
  type EntityPromotions,
} from '@fairway/plugin-kargo-common';
import type { KargoApi } from './KargoApi';

/** Reads from the Kargo backend plugin, with the rights of the signed-in user. */
export class KargoClient implements KargoApi {
  readonly #client: PluginJsonClient;

  constructor(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }) {
    this.#client = new PluginJsonClient({ ...options, pluginId: 'kargo' });
  }

  getEntityPromotions(entity: CompoundEntityRef): Promise<EntityPromotions> {
    const path = [entity.kind, entity.namespace, entity.name]
      .map(encodeURIComponent)
      .join('/');
    return this.#client.get(
      `/entities/${path}/promotions`,
      entityPromotionsSchema,
    );
  }
}
