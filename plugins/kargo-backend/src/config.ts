import type { RootConfigService } from '@backstage/backend-plugin-api';

/** Configuration of the plugin, read once. */
export interface KargoConfig {
  /** Absent: every cluster that serves Kargo's stages. */
  readonly controlPlanes: readonly string[] | undefined;
}

/** @throws where a value has the wrong type */
export function readKargoConfig(config: RootConfigService): KargoConfig {
  return {
    controlPlanes: config.getOptionalStringArray('kargo.controlPlanes'),
  };
}
