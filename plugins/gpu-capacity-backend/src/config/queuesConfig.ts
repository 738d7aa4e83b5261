import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { Duration } from 'luxon';

const KEY = 'gpuCapacity.queues.starvingAfter';
const LONGEST_SECONDS = 30 * 86_400;

/** Shorter waits are ordinary. */
export const DEFAULT_STARVING_AFTER_SECONDS = 900;

/** What is made of queues. */
export interface QueuesConfig {
  /** How long a workload must wait for what is within the own share of its queue before that queue starves. */
  readonly starvingAfterSeconds: number;
}

/** @throws `InputError` where it is no duration from a minute to 30 days */
export function readQueuesConfig(config: RootConfigService): QueuesConfig {
  const starvingAfterSeconds = config.has(KEY)
    ? Duration.fromObject(readDurationFromConfig(config, { key: KEY })).as(
        'seconds',
      )
    : DEFAULT_STARVING_AFTER_SECONDS;
  if (
    !(starvingAfterSeconds >= 60 && starvingAfterSeconds <= LONGEST_SECONDS)
  ) {
    throw new InputError(`${KEY} has to be 1 minute to 30 days`);
  }
  return { starvingAfterSeconds };
}
