import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import { Duration } from 'luxon';

const KEY = 'kargo.freezeNotices';
const DEFAULT_LEAD_TIME: HumanDuration = { hours: 24 };
const DEFAULT_SHORTEST_RECURRING: HumanDuration = { hours: 12 };
const MAX_LEAD_MS = 60 * 86_400_000;

/** When owners are told that a freeze begins. */
export interface FreezeNoticeConfig {
  readonly leadMillis: number;
  /** A freeze that recurs and is shorter is not told. */
  readonly shortestRecurringMillis: number;
}

/** @throws `InputError` where a value is no duration, or nobody could be told in that time */
export function readFreezeNoticeConfig(
  config: RootConfigService,
): FreezeNoticeConfig {
  const read = (name: string, otherwise: HumanDuration) => {
    const key = `${KEY}.${name}`;
    const duration = config.has(key)
      ? readDurationFromConfig(config, { key })
      : otherwise;
    return Duration.fromObject(duration).toMillis();
  };
  const leadMillis = read('leadTime', DEFAULT_LEAD_TIME);
  if (leadMillis <= 0 || leadMillis > MAX_LEAD_MS) {
    throw new InputError(
      `${KEY}.leadTime has to be more than nothing and at most 60 days`,
    );
  }
  return {
    leadMillis,
    shortestRecurringMillis: read(
      'shortestRecurring',
      DEFAULT_SHORTEST_RECURRING,
    ),
  };
}
