import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type RootConfigService,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';

const KEY = 'search.collators.gpuCapacity';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 10 },
  timeout: { minutes: 15 },
  // The clusters are read once the backend is up.
  initialDelay: { seconds: 30 },
};

const DEFAULT_LOCATION_TEMPLATE =
  '/catalog/:namespace/:kind/:name/gpu-capacity';

/** Configuration of the module, read once. */
export interface CollatorConfig {
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly locationTemplate: string;
}

/** @throws where a value is wrong */
export function readCollatorConfig(config: RootConfigService): CollatorConfig {
  const schedule = config.getOptionalConfig(`${KEY}.schedule`);
  return {
    schedule: schedule
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule)
      : DEFAULT_SCHEDULE,
    locationTemplate:
      config.getOptionalString(`${KEY}.locationTemplate`) ??
      DEFAULT_LOCATION_TEMPLATE,
  };
}
