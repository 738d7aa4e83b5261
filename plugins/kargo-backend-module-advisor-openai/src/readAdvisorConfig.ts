import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const ROOT = 'kargo.advisor.openai';
const DEFAULT_TIMEOUT_MS = 30_000;
/** The Kargo plugin waits no longer. */
const MAX_TIMEOUT_MS = 60_000;
const DEFAULT_MAX_TOKENS = 1_500;

/** How the model is reached. */
export interface AdvisorSettings {
  readonly baseUrl: string;
  /** Absent where the endpoint wants none. */
  readonly apiKey: string | undefined;
  readonly model: string;
  readonly timeoutMs: number;
  readonly maxTokens: number;
}

/** The advisor as it is configured, or why it is off. */
export type AdvisorConfig =
  | { readonly status: 'on'; readonly settings: AdvisorSettings }
  | {
      readonly status: 'off';
      readonly reason: string;
      /** Whether somebody wanted it on. */
      readonly mistake: boolean;
    };

/** Reads the configuration. A mistake in it turns the advisor off; promotions are shown without it. */
export function readAdvisorConfig(root: RootConfigService): AdvisorConfig {
  if (!root.has(ROOT)) {
    return {
      status: 'off',
      reason: `${ROOT} is not configured`,
      mistake: false,
    };
  }
  try {
    return { status: 'on', settings: readSettings(root.getConfig(ROOT)) };
  } catch (error) {
    return { status: 'off', reason: toError(error).message, mistake: true };
  }
}

function readSettings(config: Config): AdvisorSettings {
  const timeoutMs = config.has('timeout')
    ? durationToMilliseconds(readDurationFromConfig(config, { key: 'timeout' }))
    : DEFAULT_TIMEOUT_MS;
  if (!(timeoutMs > 0 && timeoutMs <= MAX_TIMEOUT_MS)) {
    throw new InputError(`${ROOT}.timeout must be at most 60 seconds`);
  }
  const maxTokens = config.getOptionalNumber('maxTokens') ?? DEFAULT_MAX_TOKENS;
  if (!Number.isInteger(maxTokens) || maxTokens < 1) {
    throw new InputError(`${ROOT}.maxTokens must be a positive whole number`);
  }
  return {
    baseUrl: readBaseUrl(config),
    apiKey: config.getOptionalString('apiKey'),
    model: config.getString('model'),
    timeoutMs,
    maxTokens,
  };
}

function readBaseUrl(config: Config): string {
  const url = URL.parse(config.getString('baseUrl'));
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new InputError(`${ROOT}.baseUrl is no address of the web`);
  }
  if (url.username !== '' || url.password !== '') {
    throw new InputError(
      `${ROOT}.baseUrl holds a user or a password; use ${ROOT}.apiKey`,
    );
  }
  if (url.search !== '' || url.hash !== '') {
    throw new InputError(`${ROOT}.baseUrl must end with its path`);
  }
  return url.href;
}
