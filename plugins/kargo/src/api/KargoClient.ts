import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { entityPath, PluginJsonClient } from '@fairway/platform-ui';
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
    return this.#client.get(
      `${entityPath(entity)}/promotions`,
      entityPromotionsSchema,
    );
  }
}
