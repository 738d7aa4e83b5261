import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** Stages and freight of Kargo */
      kargo?: {
        /**
         * How often the index is filled; every ten minutes by default.
         * @visibility backend
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        /**
         * Path of the Promotions tab of an entity, with `:kind`, `:namespace` and `:name`;
         * `/catalog/:namespace/:kind/:name/promotions` by default.
         * @visibility backend
         */
        locationTemplate?: string;
      };
    };
  };
}
