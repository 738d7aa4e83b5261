import type { RootConfigService } from '@backstage/backend-plugin-api';

/** Configuration of the plugin, read once. */
export interface GpuCapacityConfig {
  /** Absent: every cluster. */
  readonly clusters: readonly string[] | undefined;
}

/** @throws where a value has the wrong type */
export function readGpuCapacityConfig(
  config: RootConfigService,
): GpuCapacityConfig {
  return { clusters: config.getOptionalStringArray('gpuCapacity.clusters') };
}
