import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { UnexpectedAnswerError } from './UnexpectedAnswerError';

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
 * Talks JSON with a backend plugin, with the rights of the signed-in user.
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
   * @param options - `headers`: further ones
   * @throws `ResponseError` where the backend refuses or fails, {@link UnexpectedAnswerError} where it answers something else
   */
  async get<T>(
    path: string,
    schema: AnswerSchema<T>,
    options: { readonly headers?: Readonly<Record<string, string>> } = {},
  ): Promise<T> {
    const { headers } = options;
    const response = await this.#request(path, headers && { headers });
    return readAnswer(response, schema);
  }

  /**
   * @param path - below the plugin's base URL, with its query
   * @throws `ResponseError` where the backend refuses or fails
   */
  async getFile(path: string): Promise<Blob> {
    return (await this.#request(path)).blob();
  }

  /**
   * @param path - below the plugin's base URL
   * @param options - `body`: what JSON can hold; `headers`: further ones; `signal`: ends the request
   * @throws `ResponseError` where the backend refuses or fails, {@link UnexpectedAnswerError} where it answers something else
   */
  async post<T>(
    path: string,
    schema: AnswerSchema<T>,
    options: {
      readonly body: unknown;
      readonly headers?: Readonly<Record<string, string>>;
      readonly signal?: AbortSignal;
    },
  ): Promise<T> {
    const response = await this.#request(path, {
      method: 'POST',
      headers: { ...options.headers, 'content-type': 'application/json' },
      body: JSON.stringify(options.body),
      signal: options.signal,
    });
    return readAnswer(response, schema);
  }

  async #request(path: string, init?: RequestInit): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl(this.#pluginId);
    const url = `${baseUrl}${path}`;
    const response = await (init
      ? this.#fetchApi.fetch(url, init)
      : this.#fetchApi.fetch(url));
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}

async function readAnswer<T>(
  response: Response,
  schema: AnswerSchema<T>,
): Promise<T> {
  try {
    return schema.parse(await response.json());
  } catch (error) {
    throw new UnexpectedAnswerError(error);
  }
}
