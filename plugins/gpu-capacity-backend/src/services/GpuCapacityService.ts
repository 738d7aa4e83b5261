import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { GpuCapacity } from '@fairway/plugin-gpu-capacity-common';

/** Answers what the GPU capacity view asks. */
export interface GpuCapacityService {
  /**
   * Accelerators of the pool or cluster that an entity is, or that the pods of an entity hold.
   *
   * @throws `NotFoundError` where the caller can see no such entity
   */
  getEntityCapacity(
    entityRef: string,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<GpuCapacity>;
}
