import type { CompoundEntityRef } from '@backstage/catalog-model';
import type { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { entityPath, PluginJsonClient } from '@fairway/platform-ui';
import {
  gpuCapacitySchema,
  overviewSchema,
  poolHistorySchema,
  whatIfSchema,
  type GpuCapacity,
  type HistoryRange,
  type Overview,
  type PoolHistory,
  type WhatIf,
  type WhatIfRequest,
} from '@fairway/plugin-gpu-capacity-common';
import type { GpuCapacityApi } from './GpuCapacityApi';

/** Reads from the GPU capacity backend plugin, with the rights of the signed-in user. */
export class GpuCapacityClient implements GpuCapacityApi {
  readonly #client: PluginJsonClient;

  constructor(options: {
    readonly discoveryApi: DiscoveryApi;
    readonly fetchApi: FetchApi;
  }) {
    this.#client = new PluginJsonClient({
      ...options,
      pluginId: 'gpu-capacity',
    });
  }

  getEntityCapacity(entity: CompoundEntityRef): Promise<GpuCapacity> {
    return this.#client.get(
      `${entityPath(entity)}/capacity`,
      gpuCapacitySchema,
    );
  }

  askWhatIf(request: WhatIfRequest): Promise<WhatIf> {
    return this.#client.post('/what-if', whatIfSchema, { body: request });
  }

  getOverview(): Promise<Overview> {
    return this.#client.get('/overview', overviewSchema);
  }

  getHistory(
    entity: CompoundEntityRef,
    range: HistoryRange,
  ): Promise<PoolHistory> {
    return this.#client.get(
      `${entityPath(entity)}/history?range=${range}`,
      poolHistorySchema,
    );
  }
}
