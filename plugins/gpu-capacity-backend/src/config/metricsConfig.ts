import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_IDLE_RULE,
  isMatcherLabel,
  isMetricName,
  METRIC_UNITS,
  type IdleRule,
  type LabelMatcher,
  type MetricUnit,
} from '@fairway/plugin-gpu-capacity-common';
import { z } from 'zod/v4';

const KEY = 'gpuCapacity.metrics';

/** Where the metrics of a cluster are, and how they are to be read. */
export interface ClusterMetricsConfig {
  /** Name of the cluster in the `kubernetes` configuration. */
  readonly cluster: string;
  /** Without a path of the API and without a slash at its end. */
  readonly url: string;
  /** Secrets. */
  readonly headers: Readonly<Record<string, string>>;
  /** Which series are of this cluster, where one Prometheus has those of several. */
  readonly matchers: readonly LabelMatcher[];
  /** Units by the name of the metric, where the values cannot tell them. */
  readonly units: ReadonlyMap<string, MetricUnit>;
  readonly idle: IdleRule;
  /** What AMD's exporter puts before the names of its metrics. */
  readonly amdPrefix: string;
  /** Longest time for one answer. */
  readonly timeoutMs: number;
}

const MS_PER_SECOND = 1_000;
const SECONDS = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };
const DEFAULT_TIMEOUT_SECONDS = 10;
const LONGEST_WINDOW_SECONDS = SECONDS.days;

const part = z.number().min(0).optional();
const durationSchema = z
  .strictObject({ seconds: part, minutes: part, hours: part, days: part })
  .transform(
    ({ seconds = 0, minutes = 0, hours = 0, days = 0 }) =>
      seconds +
      minutes * SECONDS.minutes +
      hours * SECONDS.hours +
      days * SECONDS.days,
  )
  .refine(
    seconds => Number.isInteger(seconds) && seconds > 0,
    'must be a whole number of seconds above 0',
  );

const addressSchema = z.string().refine(text => {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  return (
    /^https?:$/.test(protocol) && username + password + search + hash === ''
  );
}, 'must be an http or https address without user, query and fragment; credentials go into auth or headers');

/** What a header may hold; anything else could end it. */
const secretSchema = z
  .string()
  .min(1)
  .regex(/^[^\p{Cc}]+$/u, 'must not hold control characters');

const authSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bearer'), token: secretSchema }),
  z.strictObject({
    type: z.literal('basic'),
    username: secretSchema,
    password: secretSchema,
  }),
]);

const settingsSchema = z.strictObject({
  cluster: z.string().min(1).max(253),
  url: addressSchema,
  auth: authSchema.optional(),
  headers: z
    .record(z.string().regex(/^[A-Za-z0-9-]+$/), secretSchema)
    .default({}),
  matchers: z
    .record(
      z.string().refine(isMatcherLabel, 'must be the name of a label'),
      z
        .string()
        .max(1_000)
        .regex(/^[^\p{Cc}]*$/u, 'must not hold control characters'),
    )
    .default({}),
  units: z
    .record(
      z.string().refine(isMetricName, 'must be the name of a metric'),
      z.enum(METRIC_UNITS),
    )
    .default({}),
  amdPrefix: z
    .string()
    .refine(
      text => text === '' || isMetricName(text),
      'must be the beginning of the name of a metric',
    )
    .default(''),
  idle: z
    .strictObject({
      busyPercent: z.number().gt(0).max(100).optional(),
      window: durationSchema
        .refine(
          seconds => seconds <= LONGEST_WINDOW_SECONDS,
          'must not be longer than a day',
        )
        .optional(),
      memoryFloorMiB: z.number().min(0).optional(),
    })
    .default({}),
  timeout: durationSchema.default(DEFAULT_TIMEOUT_SECONDS),
});

const configSchema = z
  .array(settingsSchema)
  .refine(
    all => new Set(all.map(({ cluster }) => cluster)).size === all.length,
    'names a cluster twice',
  );

/** @throws `InputError` where the configuration is wrong; the error quotes no value */
export function readMetricsConfig(
  config: RootConfigService,
): readonly ClusterMetricsConfig[] {
  const read = configSchema.safeParse(config.getOptional(KEY) ?? []);
  if (!read.success) {
    throw new InputError(
      `The configuration ${KEY} is wrong. ${z.prettifyError(read.error)}`,
    );
  }
  return read.data.map(({ idle, ...settings }) => ({
    cluster: settings.cluster,
    url: settings.url.replace(/\/+$/, ''),
    headers: { ...settings.headers, ...authorization(settings.auth) },
    matchers: Object.entries(settings.matchers).map(([label, value]) => ({
      label,
      value,
    })),
    units: new Map(Object.entries(settings.units)),
    amdPrefix: settings.amdPrefix,
    timeoutMs: settings.timeout * MS_PER_SECOND,
    idle: {
      busyRatio:
        idle.busyPercent === undefined
          ? DEFAULT_IDLE_RULE.busyRatio
          : idle.busyPercent / 100,
      windowSeconds: idle.window ?? DEFAULT_IDLE_RULE.windowSeconds,
      memoryFloorBytes:
        idle.memoryFloorMiB === undefined
          ? DEFAULT_IDLE_RULE.memoryFloorBytes
          : idle.memoryFloorMiB * 2 ** 20,
    },
  }));
}

function authorization(
  auth: z.infer<typeof authSchema> | undefined,
): Readonly<Record<string, string>> {
  switch (auth?.type) {
    case 'bearer':
      return { authorization: `Bearer ${auth.token}` };
    case 'basic': {
      const pair = `${auth.username}:${auth.password}`;
      return {
        authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
      };
    }
    default:
      return {};
  }
}
