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
 * Exchanges JSON with a backend plugin, with the rights of the signed-in user.
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
    return this.#request(path, schema);
  }

  /**
   * @param path - below the plugin's base URL
   * @param options - `body`: what JSON can hold; `signal`: ends the request
   * @throws `ResponseError` where the backend refuses or fails, and what the schema throws
   */
  async post<T>(
    path: string,
    schema: AnswerSchema<T>,
    options: { readonly body: unknown; readonly signal?: AbortSignal },
  ): Promise<T> {
    return this.#request(path, schema, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(options.body),
      signal: options.signal,
    });
  }

  async #request<T>(
    path: string,
    schema: AnswerSchema<T>,
    ...init: RequestInit[]
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl(this.#pluginId);
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, ...init);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return schema.parse(await response.json());
  }
}
