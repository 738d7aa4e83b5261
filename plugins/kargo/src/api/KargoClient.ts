import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  entityPromotionsSchema,
  type EntityPromotions,
} from '@fairway/plugin-kargo-common';
import type { z } from 'zod/v4';
import type { KargoApi } from './KargoApi';

/** Reads from the Kargo backend plugin, with the rights of the signed-in user. */
export class KargoClient implements KargoApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  getEntityPromotions(entity: CompoundEntityRef): Promise<EntityPromotions> {
    const path = [entity.kind, entity.namespace, entity.name]
      .map(encodeURIComponent)
      .join('/');
    return this.#request(
      `/entities/${path}/promotions`,
      entityPromotionsSchema,
    );
  }

  async #request<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('kargo');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return schema.parse(await response.json());
  }
}
