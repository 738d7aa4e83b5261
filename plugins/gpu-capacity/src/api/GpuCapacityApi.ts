import type { CompoundEntityRef } from '@backstage/catalog-model';
import { createApiRef } from '@backstage/frontend-plugin-api';
import type { GpuCapacity } from '@fairway/plugin-gpu-capacity-common';

/**
 * What the GPU capacity view reads.
 *
 * @public
 */
export interface GpuCapacityApi {
  /** @throws `ResponseError` where the backend refuses or fails */
  getEntityCapacity(entity: CompoundEntityRef): Promise<GpuCapacity>;
}

/** @public */
export const gpuCapacityApiRef = createApiRef<GpuCapacityApi>().with({
  id: 'plugin.gpu-capacity.client',
  pluginId: 'gpu-capacity',
});
