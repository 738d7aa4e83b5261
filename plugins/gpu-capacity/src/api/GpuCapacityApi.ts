import type { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  GpuCapacity,
  HistoryRange,
  Overview,
  PoolHistory,
  WhatIf,
  WhatIfRequest,
} from '@fairway/plugin-gpu-capacity-common';

/**
 * What the GPU capacity view reads.
 *
 * @public
 */
export interface GpuCapacityApi {
  /** @throws `ResponseError` where the backend refuses or fails */
  getEntityCapacity(entity: CompoundEntityRef): Promise<GpuCapacity>;

  /**
   * Asks whether a shape would fit, and where. Nothing is changed by asking.
   *
   * @throws `ResponseError` with the status 400 where the shape cannot be read
   */
  askWhatIf(request: WhatIfRequest): Promise<WhatIf>;

  /** @throws `ResponseError` where the backend refuses or fails */
  getOverview(): Promise<Overview>;

  /** @throws `ResponseError` with the status 400 where the entity is no pool */
  getHistory(
    entity: CompoundEntityRef,
    range: HistoryRange,
  ): Promise<PoolHistory>;
}

/** @public */
export const gpuCapacityApiRef = createApiRef<GpuCapacityApi>().with({
  id: 'plugin.gpu-capacity.client',
  pluginId: 'gpu-capacity',
});
