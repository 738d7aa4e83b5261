import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import {
  DEFAULT_ALLOWED_PATHS,
  PROMOTION_PATHS,
  type PromotionPath,
} from '@fairway/plugin-kargo-common';
import { DateTime } from 'luxon';

/** Configuration of the history, read once. */
export interface HistoryConfig {
  /** How long entries are kept. */
  readonly retention: HumanDuration;
  readonly allowedPaths: readonly PromotionPath[];
  /** Identities with which the portal acts, in Kargo's notation. */
  readonly portalIdentities: readonly string[];
}

const DEFAULT_RETENTION: HumanDuration = { months: 25 };

/** @throws where a value has the wrong type, is no path, or keeps nothing */
export function readHistoryConfig(config: RootConfigService): HistoryConfig {
  const retention = config.has('kargo.history.retention')
    ? readDurationFromConfig(config, { key: 'kargo.history.retention' })
    : DEFAULT_RETENTION;
  const now = new Date();
  if (retentionStart(retention, now) >= now) {
    throw new InputError(
      'kargo.history.retention has to be longer than nothing',
    );
  }
  return {
    retention,
    allowedPaths: readPaths(
      config.getOptionalStringArray('kargo.allowedPaths'),
    ),
    portalIdentities:
      config.getOptionalStringArray('kargo.portalIdentities') ?? [],
  };
}

/** Entries of before this time are to be deleted. */
export function retentionStart(retention: HumanDuration, now: Date): Date {
  return DateTime.fromJSDate(now, { zone: 'utc' }).minus(retention).toJSDate();
}

function readPaths(
  configured: readonly string[] | undefined,
): readonly PromotionPath[] {
  return (
    configured?.map(value => {
      const path = PROMOTION_PATHS.find(known => known === value);
      if (path) return path;
      throw new InputError(
        `kargo.allowedPaths has "${value}", which is none of ${PROMOTION_PATHS.join(
          ', ',
        )}`,
      );
    }) ?? DEFAULT_ALLOWED_PATHS
  );
}
