import {
  canonicalValue,
  METRIC_DIALECTS,
  METRIC_QUANTITIES,
  metricSelector,
  metricsSelector,
  probeUnit,
  type DialectId,
  type DialectMetric,
  type MetricDialect,
  type MetricQuantity,
  type MetricSeries,
  type ProbedUnit,
} from '@fairway/plugin-gpu-capacity-common';
import type { ClusterMetricsConfig } from '../config/metricsConfig';
import type { PrometheusAnswer, PrometheusClient } from './PrometheusClient';

/** A metric that a cluster has, and in which unit. */
export interface SurveyedMetric {
  readonly dialect: MetricDialect;
  readonly quantity: MetricQuantity;
  readonly metric: DialectMetric;
  /** With the prefix, as Prometheus has it. */
  readonly name: string;
  readonly unit: ProbedUnit;
}

/** Which metrics there are, or why that is not known. */
export type Survey =
  | { readonly status: 'known'; readonly metrics: readonly SurveyedMetric[] }
  | { readonly status: 'failed'; readonly reason: string };

type Candidate = Omit<SurveyedMetric, 'unit'>;

const PROBED_SECONDS = '1d';
const HOUR_MS = 3_600_000;
const KNOWN_UNIT_MS = 6 * HOUR_MS;
const UNKNOWN_UNIT_MS = HOUR_MS / 6;

/** Finds out which dialects a cluster speaks, and proves the units by what has been said in the last day. */
export class MetricSurvey {
  readonly #client: PrometheusClient;
  readonly #settings: ClusterMetricsConfig;
  readonly #now: () => number;
  readonly #candidates: readonly Candidate[];
  readonly #units = new Map<
    string,
    { readonly unit: ProbedUnit; readonly until: number }
  >();
  /** Memory of the largest device that each dialect reports. */
  readonly #capacities = new Map<DialectId, number>();

  constructor(options: {
    readonly client: PrometheusClient;
    readonly settings: ClusterMetricsConfig;
    readonly now: () => number;
  }) {
    this.#client = options.client;
    this.#settings = options.settings;
    this.#now = options.now;
    this.#candidates = candidatesOf(options.settings.amdPrefix);
  }

  async take(signal: AbortSignal): Promise<Survey> {
    const { matchers } = this.#settings;
    const names = this.#candidates.map(({ name }) => name);
    const answer = await this.#client.query(
      `count by (__name__) (${metricsSelector(names, matchers)})`,
      { signal },
    );
    if (answer.status === 'failed') return answer;
    const present = new Set(answer.series.map(s => s.labels.__name__));
    const metrics: SurveyedMetric[] = [];
    // What devices hold at most is known before what they hold.
    for (const candidate of capacityFirst(this.#candidates)) {
      if (present.has(candidate.name)) {
        metrics.push({
          ...candidate,
          unit: await this.#unitOf(candidate, signal),
        });
      }
    }
    return { status: 'known', metrics };
  }

  async #unitOf(
    candidate: Candidate,
    signal: AbortSignal,
  ): Promise<ProbedUnit> {
    const known = this.#units.get(candidate.name);
    if (known && this.#now() < known.until) return known.unit;
    const unit = await this.#probe(candidate, signal);
    this.#units.set(candidate.name, {
      unit,
      until:
        this.#now() +
        (unit.status === 'known' ? KNOWN_UNIT_MS : UNKNOWN_UNIT_MS),
    });
    return unit;
  }

  async #probe(
    { dialect, name, metric, quantity }: Candidate,
    signal: AbortSignal,
  ): Promise<ProbedUnit> {
    const configured = this.#settings.units.get(name);
    const settled = probeUnit({ metric, configured, maxima: [] });
    if (configured || !isProbed(metric)) return settled;
    const selector = metricSelector(name, this.#settings.matchers);
    const answer = await this.#client.query(
      `max_over_time(${selector}[${PROBED_SECONDS}])`,
      { signal },
    );
    const doubt = doubtOf(answer);
    if (answer.status === 'failed' || doubt) {
      return { status: 'unknown', reason: `${name} was not probed: ${doubt}` };
    }
    const maxima = answer.series.map(({ value }) => value);
    const unit = probeUnit({
      metric,
      maxima,
      capacityBytes:
        quantity === 'memory-used'
          ? this.#capacities.get(dialect.id)
          : undefined,
    });
    if (quantity === 'memory-total' && unit.status === 'known') {
      const capacity = largest(answer.series, unit);
      if (capacity) this.#capacities.set(dialect.id, capacity);
    }
    return unit;
  }
}

function candidatesOf(amdPrefix: string): readonly Candidate[] {
  return METRIC_DIALECTS.flatMap(dialect =>
    METRIC_QUANTITIES.flatMap(quantity =>
      (dialect.metrics[quantity] ?? []).map(metric => ({
        dialect,
        quantity,
        metric,
        name:
          dialect.id === 'amd-device-metrics-exporter'
            ? `${amdPrefix}${metric.name}`
            : metric.name,
      })),
    ),
  );
}

function capacityFirst(candidates: readonly Candidate[]) {
  const isCapacity = ({ quantity }: Candidate) => quantity === 'memory-total';
  return [
    ...candidates.filter(isCapacity),
    ...candidates.filter(candidate => !isCapacity(candidate)),
  ];
}

function isProbed({ unit }: DialectMetric): boolean {
  return unit !== 'watts' && unit !== 'code';
}

/** Half of the values prove no unit. */
function doubtOf(answer: PrometheusAnswer): string | undefined {
  return answer.status === 'failed' ? answer.reason : answer.warnings[0];
}

function largest(
  series: readonly MetricSeries[],
  { unit }: Extract<ProbedUnit, { status: 'known' }>,
): number | undefined {
  return series.reduce<number | undefined>((most, { value }) => {
    const bytes = canonicalValue(value, unit) ?? 0;
    return bytes > (most ?? 0) ? bytes : most;
  }, undefined);
}
