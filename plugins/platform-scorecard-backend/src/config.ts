import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import { IANAZone } from 'luxon';

const DEFAULT_SCAFFOLDER_INTERVAL: HumanDuration = { seconds: 10 };
const DEFAULT_CATALOG_INTERVAL: HumanDuration = { seconds: 30 };
const DEFAULT_COMPONENT_TYPES = ['service', 'website'];

/** The configuration under `platformScorecard`, read once. A source that is absent is off. */
export interface ScorecardConfig {
  readonly timeZone: string;
  readonly syntheticSources: readonly string[];
  readonly scaffolder?: { readonly interval: HumanDuration };
  readonly catalog?: {
    readonly interval: HumanDuration;
    readonly componentTypes: readonly string[];
  };
}

/** @throws InputError where the time zone does not exist */
export function readScorecardConfig(
  rootConfig: RootConfigService,
): ScorecardConfig {
  const config = rootConfig.getOptionalConfig('platformScorecard');
  const timeZone = config?.getOptionalString('timeZone') ?? 'UTC';
  if (!IANAZone.isValidZone(timeZone)) {
    throw new InputError(
      `platformScorecard.timeZone is not an IANA time zone: '${timeZone}'`,
    );
  }
  const interval = (source: string, fallback: HumanDuration) =>
    config?.has(`sources.${source}.interval`)
      ? readDurationFromConfig(config, { key: `sources.${source}.interval` })
      : fallback;
  const enabled = (source: string) =>
    config?.getOptionalBoolean(`sources.${source}.enabled`) ?? true;

  return {
    timeZone,
    syntheticSources: config?.getOptionalStringArray('syntheticSources') ?? [],
    scaffolder: enabled('scaffolder')
      ? { interval: interval('scaffolder', DEFAULT_SCAFFOLDER_INTERVAL) }
      : undefined,
    catalog: enabled('catalog')
      ? {
          interval: interval('catalog', DEFAULT_CATALOG_INTERVAL),
          componentTypes:
            config?.getOptionalStringArray('sources.catalog.componentTypes') ??
            DEFAULT_COMPONENT_TYPES,
        }
      : undefined,
  };
}
