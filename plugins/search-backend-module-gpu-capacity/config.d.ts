import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** GPU pools and clusters */
      gpuCapacity?: {
        /**
         * How often the index is filled; every ten minutes by default.
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Path of the GPU capacity tab of an entity, with `:kind`, `:namespace` and `:name`;
         * `/catalog/:namespace/:kind/:name/gpu-capacity` by default.
         * @visibility backend
         */
        locationTemplate?: string;
      };
    };
  };
}
