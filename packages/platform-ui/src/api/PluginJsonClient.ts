import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';

/**
 * Checks an answer and gives it its type, as a schema of zod does.
 *
 * @public
 */
export interface AnswerSchema<T> {
  /** @throws where the value is not of the contract */
  parse(value: unknown): T;
}

/**
 * Reads JSON from a backend plugin with the rights of the signed-in user.
 *
 * @public
 */
export class PluginJsonClient {
  readonly #pluginId: string;
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: {
    readonly pluginId: string;
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }) {
    this.#pluginId = options.pluginId;
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /**
   * @param path - below the plugin's base URL, with its query
   * @throws `ResponseError` where the backend refuses or fails, and what the schema throws
   */
  async get<T>(path: string, schema: AnswerSchema<T>): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl(this.#pluginId);
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return schema.parse(await response.json());
  }
}
