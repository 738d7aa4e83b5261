import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import { IANAZone } from 'luxon';

const DEFAULT_SCAFFOLDER_INTERVAL: HumanDuration = { seconds: 10 };
const DEFAULT_CATALOG_INTERVAL: HumanDuration = { seconds: 30 };
const DEFAULT_COMPONENT_TYPES = ['service', 'website'];

/** Most facts of one request over HTTP. */
export const MAX_FACTS_PER_REQUEST = 1_000;
const DEFAULT_FACTS_PER_MINUTE = 300_000;
/** As many bytes as the hash has: a shorter secret is the weakest part. */
const LEAST_SECRET_LENGTH = 32;

/** The configuration under `platformScorecard`, read once. A source that is absent is off. */
export interface ScorecardConfig {
  readonly timeZone: string;
  readonly syntheticSources: readonly string[];
  /** Secrets of the keys of people, the one in use first; none where the plugin makes its own. */
  readonly actorSecrets: readonly string[];
  /** Most facts that one sender may send in a minute over HTTP. */
  readonly factsPerMinute: number;
  readonly scaffolder?: { readonly interval: HumanDuration };
  readonly catalog?: {
    readonly interval: HumanDuration;
    readonly componentTypes: readonly string[];
  };
}

/** @throws InputError where a value cannot be used; secrets are not repeated in it */
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
    actorSecrets: readActorSecrets(config),
    factsPerMinute: readFactsPerMinute(config),
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

function readActorSecrets(config: Config | undefined): readonly string[] {
  const secrets = config?.getOptionalStringArray('actors.secrets') ?? [];
  const short = secrets.findIndex(({ length }) => length < LEAST_SECRET_LENGTH);
  if (short >= 0) {
    throw new InputError(
      `platformScorecard.actors.secrets[${short}] has fewer than ${LEAST_SECRET_LENGTH} characters`,
    );
  }
  return secrets;
}

function readFactsPerMinute(config: Config | undefined): number {
  const facts =
    config?.getOptionalNumber('ingest.factsPerMinute') ??
    DEFAULT_FACTS_PER_MINUTE;
  if (!Number.isInteger(facts) || facts < MAX_FACTS_PER_REQUEST) {
    throw new InputError(
      `platformScorecard.ingest.factsPerMinute must be a whole number of at least ${MAX_FACTS_PER_REQUEST}, the facts of one request: ${facts}`,
    );
  }
  return facts;
}
