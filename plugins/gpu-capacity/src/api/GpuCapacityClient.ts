import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  gpuCapacitySchema,
  type GpuCapacity,
} from '@fairway/plugin-gpu-capacity-common';
import type { z } from 'zod/v4';
import type { GpuCapacityApi } from './GpuCapacityApi';

/** Reads from the GPU capacity backend plugin, with the rights of the signed-in user. */
export class GpuCapacityClient implements GpuCapacityApi {
  readonly #discoveryApi: DiscoveryApi;
  readonly #fetchApi: FetchApi;

  constructor(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  getEntityCapacity(entity: CompoundEntityRef): Promise<GpuCapacity> {
    const path = [entity.kind, entity.namespace, entity.name]
      .map(encodeURIComponent)
      .join('/');
    return this.#request(`/entities/${path}/capacity`, gpuCapacitySchema);
  }

  async #request<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('gpu-capacity');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`);
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return schema.parse(await response.json());
  }
}
