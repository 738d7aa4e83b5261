import {
  errorTimesQuery,
  readErrorTimes,
  type DeviceError,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterMetricsConfig } from '../config/metricsConfig';
import type { ReportedError, ReportedSince } from './DeviceMetricsSnapshot';
import type { SurveyedMetric } from './MetricSurvey';
import type { PrometheusClient } from './PrometheusClient';

const WINDOW_SECONDS = 86_400;
const STEP_SECONDS = 300;
const KEPT_SECONDS = 300;

type SinceOf = (error: DeviceError) => ReportedSince;

const NOT_KNOWN: SinceOf = () => ({ kind: 'unknown' });

/** Finds out since when devices report their last errors. Nearly always there are none, and nothing is asked. */
export class ErrorTimes {
  readonly #client: PrometheusClient;
  readonly #settings: ClusterMetricsConfig;
  #known:
    | {
        readonly of: string;
        readonly atSeconds: number;
        readonly sinceOf: SinceOf;
      }
    | undefined;

  constructor(options: {
    readonly client: PrometheusClient;
    readonly settings: ClusterMetricsConfig;
  }) {
    this.#client = options.client;
    this.#settings = options.settings;
  }

  async date(
    errors: readonly DeviceError[],
    options: {
      readonly metrics: readonly SurveyedMetric[];
      readonly atSeconds: number;
      readonly signal: AbortSignal;
    },
  ): Promise<readonly ReportedError[]> {
    if (errors.length === 0) return [];
    const { atSeconds } = options;
    const of = errors
      .map(({ device, xid }) => `${device.uuid} ${xid}`)
      .sort()
      .join();
    const known = this.#known;
    if (known?.of !== of || atSeconds - known.atSeconds >= KEPT_SECONDS) {
      this.#known = { of, atSeconds, sinceOf: await this.#ask(options) };
    }
    const sinceOf = this.#known?.sinceOf ?? NOT_KNOWN;
    return errors.map(error => ({ ...error, since: sinceOf(error) }));
  }

  async #ask(options: {
    readonly metrics: readonly SurveyedMetric[];
    readonly atSeconds: number;
    readonly signal: AbortSignal;
  }): Promise<SinceOf> {
    const { metrics, atSeconds, signal } = options;
    const times = new Map<string, number>();
    for (const { quantity, dialect, name } of metrics) {
      if (quantity !== 'xid') continue;
      const answer = await this.#client.query(
        errorTimesQuery({
          dialect,
          metric: name,
          matchers: this.#settings.matchers,
          windowSeconds: WINDOW_SECONDS,
          stepSeconds: STEP_SECONDS,
        }),
        { atSeconds, signal },
      );
      // What is missing may be the change that counts.
      if (answer.status === 'failed' || answer.warnings.length > 0) {
        return NOT_KNOWN;
      }
      for (const [uuid, time] of readErrorTimes(answer.series, { dialect })) {
        times.set(uuid, Math.max(time, times.get(uuid) ?? time));
      }
    }
    return ({ device }) => {
      const time = times.get(device.uuid ?? '');
      return time === undefined
        ? { kind: 'before', atSeconds: atSeconds - WINDOW_SECONDS }
        : { kind: 'at', atSeconds: time };
    };
  }
}
