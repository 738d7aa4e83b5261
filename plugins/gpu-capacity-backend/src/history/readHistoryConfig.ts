import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import { Duration } from 'luxon';
import { PERIOD_MS, type Resolution } from './periods';

/** How long periods are kept, in milliseconds. */
export type HistoryRetention = Readonly<Record<Resolution, number>>;

const KEY = 'gpuCapacity.history';

const SETTINGS: Readonly<
  Record<
    Resolution,
    {
      readonly key: string;
      readonly otherwise: HumanDuration;
      /** The next longer periods are made of these: for shorter they would be made of a part. */
      readonly least: HumanDuration;
    }
  >
> = {
  sample: {
    key: `${KEY}.snapshots`,
    otherwise: { days: 7 },
    least: { hours: 6 },
  },
  hour: { key: `${KEY}.hourly`, otherwise: { days: 90 }, least: { days: 3 } },
  day: { key: `${KEY}.daily`, otherwise: { days: 760 }, least: { days: 30 } },
};

/** @throws `InputError` where a value is no duration or too short */
export function readHistoryConfig(config: RootConfigService): HistoryRetention {
  const read = (resolution: Resolution): number => {
    const { key, otherwise, least } = SETTINGS[resolution];
    const millis = Duration.fromObject(
      config.has(key) ? readDurationFromConfig(config, { key }) : otherwise,
    ).toMillis();
    const leastMillis = Duration.fromObject(least).toMillis();
    if (millis < leastMillis) {
      throw new InputError(
        `${key} has to be at least ${Duration.fromObject(least).toHuman()}`,
      );
    }
    return millis;
  };
  return {
    sample: read('sample'),
    hour: read('hour'),
    day: read('day'),
  };
}

/**
 * Periods that began before this time are to be deleted. Never a part of what a longer period is made of.
 *
 * @param now - in milliseconds since 1970
 */
export function keptSince(
  resolution: Resolution,
  retention: HistoryRetention,
  now: number,
): number {
  const whole = PERIOD_MS[resolution === 'sample' ? 'hour' : 'day'];
  return Math.floor((now - retention[resolution]) / whole) * whole;
}
