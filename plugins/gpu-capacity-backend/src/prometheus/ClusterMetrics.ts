import {
  admissionWaitQuery,
  deviceErrors,
  deviceQuery,
  metricSelector,
  nodePricesQuery,
  rayReservationQuery,
  readAdmissionWait,
  readDevices,
  readDeviceSamples,
  readNodePrices,
  readRayReservations,
  type DeviceSample,
  type HourlyPrice,
  type MetricSeries,
  type PodUse,
  type QueueWaitTime,
  type RayReservation,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterMetricsConfig } from '../config/metricsConfig';
import type {
  DeviceMetricsSnapshot,
  MetricsReading,
} from './DeviceMetricsSnapshot';
import { ErrorTimes } from './ErrorTimes';
import { MetricSurvey, type SurveyedMetric } from './MetricSurvey';
import { PrometheusClient } from './PrometheusClient';
import { readPodUses, type PodUseRequest } from './readPodUses';
import { Refreshed } from './Refreshed';

const SURVEY_MS = 5 * 60_000;
const FIGURES_MS = 30_000;
/** Nobody waits for figures that are a little newer. */
const GRACE_MS = 60_000;
const SLOW_FIGURES_MS = 5 * 60_000;
/** Older figures say nothing of the present. */
const KEPT_MS = 10 * 60_000;
const DAY_SECONDS = 86_400;
/** Over how long waiting times are read. */
export const WAIT_WINDOW_DAYS = 7;

/** Reads the metrics of one cluster. Each question is asked once in a while, whoever wants the answer. */
export class ClusterMetrics {
  readonly #settings: ClusterMetricsConfig;
  readonly #client: PrometheusClient;
  readonly #now: () => number;
  readonly #ended = new AbortController();
  readonly #errorTimes: ErrorTimes;
  readonly #survey;
  readonly #devices;
  readonly #waits;
  readonly #ray;
  #last: DeviceMetricsSnapshot | undefined;

  constructor(options: {
    readonly settings: ClusterMetricsConfig;
    readonly now: () => number;
  }) {
    const { settings, now } = options;
    this.#settings = settings;
    this.#now = now;
    this.#client = new PrometheusClient(settings);
    this.#errorTimes = new ErrorTimes({ client: this.#client, settings });
    const { signal } = this.#ended;
    const survey = new MetricSurvey({ client: this.#client, settings, now });
    this.#survey = new Refreshed({
      now,
      load: () => survey.take(signal),
      lifetimeMs: ({ status }) => (status === 'known' ? SURVEY_MS : FIGURES_MS),
    });
    this.#devices = new Refreshed({
      now,
      load: () => this.#readDevices(),
      lifetimeMs: () => FIGURES_MS,
      graceMs: GRACE_MS,
    });
    this.#waits = this.#figure(
      admissionWaitQuery({
        windowSeconds: WAIT_WINDOW_DAYS * DAY_SECONDS,
        matchers: settings.matchers,
      }),
      readAdmissionWait,
    );
    this.#ray = this.#figure(
      rayReservationQuery(settings.matchers),
      readRayReservations,
    );
  }

  /** When a held device is idle. */
  get idleRule() {
    return this.#settings.idle;
  }

  devices(): Promise<DeviceMetricsSnapshot> {
    return this.#devices.get();
  }

  /** How long admitted workloads have waited in the last week, by queue and priority. */
  admissionWaits(): Promise<MetricsReading<readonly QueueWaitTime[]>> {
    return this.#waits.get();
  }

  rayReservations(): Promise<MetricsReading<readonly RayReservation[]>> {
    return this.#ray.get();
  }

  /** What a pod has used over a period, for a hint at what would be enough for it. */
  async podUse(request: PodUseRequest): Promise<MetricsReading<PodUse>> {
    const survey = await this.#survey.get();
    if (survey.status === 'failed') {
      return {
        status: 'unobserved',
        reason: `Prometheus cannot be read: ${survey.reason}`,
      };
    }
    return readPodUses({
      client: this.#client,
      settings: this.#settings,
      metrics: survey.metrics,
      request,
      signal: this.#ended.signal,
    });
  }

  /** What OpenCost says of nodes; not kept, as it is asked for with each snapshot of the ledger only. */
  async nodePrices(
    currency: string,
  ): Promise<MetricsReading<ReadonlyMap<string, HourlyPrice>>> {
    return this.#ask(nodePricesQuery(this.#settings.matchers), answer =>
      readNodePrices(answer, currency),
    );
  }

  /** Ends what is asked at the moment. */
  close() {
    this.#ended.abort();
  }

  async #readDevices(): Promise<DeviceMetricsSnapshot> {
    const snapshot = await this.#askDevices();
    if (snapshot.freshness.status === 'live') {
      this.#last = snapshot;
      return snapshot;
    }
    const { freshness } = snapshot;
    const age = this.#now() - (this.#last?.atSeconds ?? 0) * 1_000;
    if (!this.#last || freshness.status !== 'unobserved' || age > KEPT_MS) {
      return snapshot;
    }
    return {
      ...this.#last,
      freshness: {
        status: 'stale',
        since: isoOf(this.#last.atSeconds),
        error: freshness.reason,
      },
    };
  }

  async #askDevices(): Promise<DeviceMetricsSnapshot> {
    const atSeconds = Math.floor(this.#now() / 1_000);
    const survey = await this.#survey.get();
    if (survey.status === 'failed') {
      return unobserved(
        atSeconds,
        `Prometheus cannot be read: ${survey.reason}`,
      );
    }
    if (survey.metrics.length === 0) {
      return unobserved(
        atSeconds,
        'Prometheus has no metrics of devices: no exporter that is known reports to it.',
      );
    }
    const answers = await Promise.all(
      survey.metrics.map(metric => this.#askMetric(metric, atSeconds)),
    );
    const problems = answers.flatMap(({ problem }) => problem ?? []);
    if (answers.every(({ samples }) => samples === undefined)) {
      return unobserved(atSeconds, `Prometheus cannot be read: ${problems[0]}`);
    }
    const readings = readDevices(
      answers.flatMap(({ samples }) => samples ?? []),
    );
    return {
      freshness: { status: 'live', asOf: isoOf(atSeconds) },
      atSeconds,
      readings,
      errors: await this.#errorTimes.date(deviceErrors(readings), {
        metrics: survey.metrics,
        atSeconds,
        signal: this.#ended.signal,
      }),
      partial: problems.length > 0,
      notes: [
        ...new Set([...problems, ...answers.flatMap(({ infos }) => infos)]),
      ],
      sources: survey.metrics.map(({ dialect, quantity, name, unit }) => ({
        dialect: dialect.id,
        title: dialect.title,
        quantity,
        metric: name,
        unit,
      })),
    };
  }

  async #askMetric(
    { dialect, quantity, metric, name, unit }: SurveyedMetric,
    atSeconds: number,
  ): Promise<{
    readonly samples: readonly DeviceSample[] | undefined;
    readonly problem: string | undefined;
    readonly infos: readonly string[];
  }> {
    const { idle, matchers } = this.#settings;
    const answer = await this.#client.query(
      deviceQuery({
        dialect,
        quantity,
        selector: metricSelector(name, matchers),
        windowSeconds: idle.windowSeconds,
      }),
      { atSeconds, signal: this.#ended.signal },
    );
    if (answer.status === 'failed') {
      return {
        samples: undefined,
        problem: `${name}: ${answer.reason}`,
        infos: [],
      };
    }
    return {
      samples: readDeviceSamples({
        dialect,
        quantity,
        metric,
        unit: unit.status === 'known' ? unit.unit : undefined,
        answer: answer.series,
      }),
      problem: answer.warnings[0],
      infos: answer.infos,
    };
  }

  #figure<T>(
    expression: string,
    read: (answer: readonly MetricSeries[]) => T,
  ): Refreshed<MetricsReading<T>> {
    return new Refreshed({
      now: this.#now,
      load: () => this.#ask(expression, read),
      lifetimeMs: ({ status }) =>
        status === 'observed' ? SLOW_FIGURES_MS : FIGURES_MS,
    });
  }

  async #ask<T>(
    expression: string,
    read: (answer: readonly MetricSeries[]) => T,
  ): Promise<MetricsReading<T>> {
    const answer = await this.#client.query(expression, {
      signal: this.#ended.signal,
    });
    return answer.status === 'failed'
      ? {
          status: 'unobserved',
          reason: `Prometheus cannot be read: ${answer.reason}`,
        }
      : {
          status: 'observed',
          value: read(answer.series),
          warnings: answer.warnings,
        };
  }
}

function isoOf(seconds: number): string {
  return new Date(seconds * 1_000).toISOString();
}

function unobserved(atSeconds: number, reason: string): DeviceMetricsSnapshot {
  return {
    freshness: { status: 'unobserved', reason },
    atSeconds,
    readings: [],
    errors: [],
    partial: true,
    notes: [],
    sources: [],
  };
}
