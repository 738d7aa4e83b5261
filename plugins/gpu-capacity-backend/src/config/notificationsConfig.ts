import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';

const KEY = 'gpuCapacity.notifications.idleHours';
const DEFAULT_IDLE_HOURS = 12;

/** Of what is told, and when. */
export interface NotificationsConfig {
  /** How long devices must be held and not busy before their owner is told, in milliseconds. */
  readonly idleAfterMs: number;
}

/** @throws `InputError` where it is no number of hours */
export function readNotificationsConfig(
  config: RootConfigService,
): NotificationsConfig {
  const hours = config.getOptionalNumber(KEY) ?? DEFAULT_IDLE_HOURS;
  if (!(hours >= 1 && hours <= 24 * 30)) {
    throw new InputError(`${KEY} has to be 1 to 720 hours`);
  }
  return { idleAfterMs: hours * 3_600_000 };
}
