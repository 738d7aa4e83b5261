import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  factListSchema,
  scorecardSchema,
  type FactKind,
  type FactList,
  type Scorecard,
} from '@fairway/plugin-platform-scorecard-common';
import type { z } from 'zod/v4';
import type {
  PlatformScorecardApi,
  SyntheticFacts,
} from './PlatformScorecardApi';

/** Reads from the scorecard's backend plugin, with the rights of the signed-in user. */
export class PlatformScorecardClient implements PlatformScorecardApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  getScorecard(options: {
    readonly synthetic: SyntheticFacts;
  }): Promise<Scorecard> {
    const query = new URLSearchParams({ synthetic: options.synthetic });
    return this.#request(`/scorecard?${query}`, scorecardSchema);
  }

  listFacts(options: {
    readonly synthetic: SyntheticFacts;
    readonly kind?: FactKind;
    readonly limit: number;
  }): Promise<FactList> {
    const query = new URLSearchParams({
      synthetic: options.synthetic,
      limit: String(options.limit),
    });
    if (options.kind) {
      query.set('kind', options.kind);
    }
    return this.#request(`/facts?${query}`, factListSchema);
  }

  async #request<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('platform-scorecard');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return schema.parse(await response.json());
  }
}
