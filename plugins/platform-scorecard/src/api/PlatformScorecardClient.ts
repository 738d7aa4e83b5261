import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { PluginJsonClient } from '@fairway/platform-ui';
import {
  factListSchema,
  scorecardSchema,
  type FactKind,
  type FactList,
  type Scorecard,
} from '@fairway/plugin-platform-scorecard-common';
import type {
  PlatformScorecardApi,
  SyntheticFacts,
} from './PlatformScorecardApi';

/** Reads from the scorecard's backend plugin, with the rights of the signed-in user. */
export class PlatformScorecardClient implements PlatformScorecardApi {
  readonly #client: PluginJsonClient;

  constructor(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }) {
    this.#client = new PluginJsonClient({
      ...options,
      pluginId: 'platform-scorecard',
    });
  }

  getScorecard(options: {
    readonly synthetic: SyntheticFacts;
  }): Promise<Scorecard> {
    const query = new URLSearchParams({ synthetic: options.synthetic });
    return this.#client.get(`/scorecard?${query}`, scorecardSchema);
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
    return this.#client.get(`/facts?${query}`, factListSchema);
  }
}
