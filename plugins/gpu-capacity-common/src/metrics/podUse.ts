import type { MetricDialect, DialectMetric } from './dialects';
import { groupedBy } from './groupedBy';
import { highestOf } from './highestOf';
import type { Coverage } from './heldActivity';
import { canonicalValue, type MetricUnit } from './metricQuantity';
import type { MetricSeries } from './metricSeries';
import { metricSelector, promDuration, type LabelMatcher } from './promql';

/**
 * A period, and in which steps it is looked at for gaps.
 *
 * @public
 */
export interface UseSpan {
  readonly periodSeconds: number;
  readonly stepSeconds: number;
}

/**
 * What a pod has used of its devices over a period; of several devices, of the one that it used most.
 *
 * @public
 */
export interface PodUse {
  readonly memoryP99Bytes: number | undefined;
  /** 0 to 1. */
  readonly busyMax: number | undefined;
  /** Steps of devices in which both were measured, of all. */
  readonly coverage: Coverage;
}

/**
 * The answer to a `podUseQuery`.
 *
 * @public
 */
export interface PodUseAnswer {
  readonly dialect: MetricDialect;
  readonly metric: DialectMetric;
  readonly unit: MetricUnit;
  readonly answer: readonly MetricSeries[];
}

const STAT_LABEL = 'fairway_stat';

const STATS = {
  p99: (selector: string, { period }: Span) =>
    `quantile_over_time(0.99,${selector}[${period}])`,
  max: (selector: string, { period }: Span) =>
    `max_over_time(${selector}[${period}])`,
  steps: (selector: string, { period, step }: Span) =>
    `count_over_time(${selector}[${period}:${step}])`,
} as const;

interface Span {
  readonly period: string;
  readonly step: string;
}

/**
 * Asks what one pod has used in a period, whether its labels were moved aside or not. Asked of all pods at once, this
 * would be more samples than Prometheus allows.
 *
 * @public
 */
export function podUseQuery(options: {
  readonly dialect: MetricDialect;
  readonly metric: string;
  readonly matchers: readonly LabelMatcher[];
  readonly pod: { readonly namespace: string; readonly name: string };
  readonly span: UseSpan;
}): string {
  const { dialect, metric, matchers, pod } = options;
  const span = {
    period: promDuration(options.span.periodSeconds),
    step: promDuration(options.span.stepSeconds),
  };
  const selectors = ['exported_', ''].map(prefix =>
    metricSelector(metric, [
      ...matchers,
      { label: `${prefix}namespace`, value: pod.namespace },
      { label: `${prefix}pod`, value: pod.name },
    ]),
  );
  const parts = Object.entries(STATS).flatMap(([stat, expression]) =>
    selectors.map(
      selector =>
        `label_replace(${expression(
          selector,
          span,
        )},"${STAT_LABEL}","${stat}","","")`,
    ),
  );
  const labels = [...dialect.labels, STAT_LABEL].join(',');
  return `max by (${labels}) (${parts.join(' or ')})`;
}

/**
 * Reads what a pod has used of its devices.
 *
 * @param options - `units`: devices that it holds; `span`: for which it has held them
 *
 * @public
 */
export function readPodUse(options: {
  readonly busy: PodUseAnswer | undefined;
  readonly memory: PodUseAnswer | undefined;
  readonly units: number;
  readonly span: UseSpan;
}): PodUse {
  const { busy, memory, units, span } = options;
  // Steps are counted from round times: the first and the last one need not be in the period.
  const expected = Math.max(
    1,
    Math.floor(span.periodSeconds / span.stepSeconds) - 1,
  );
  const measured = [busy, memory].map(answer =>
    stepsOf(answer).map(steps => Math.min(steps, expected)),
  );
  return {
    memoryP99Bytes: highest(memory, 'p99'),
    busyMax: highest(busy, 'max'),
    coverage: {
      reporting: Math.min(
        ...measured.map(steps =>
          steps
            .sort((a, b) => b - a)
            .slice(0, units)
            .reduce((sum, count) => sum + count, 0),
        ),
      ),
      held: units * expected,
    },
  };
}

function stepsOf(answer: PodUseAnswer | undefined): number[] {
  return statsOf(answer, 'steps').filter(Number.isFinite);
}

function highest(
  answer: PodUseAnswer | undefined,
  stat: 'p99' | 'max',
): number | undefined {
  const values = statsOf(answer, stat).flatMap(
    value => canonicalValue(value, answer?.unit) ?? [],
  );
  return highestOf(values);
}

/** One value for each device. */
function statsOf(
  answer: PodUseAnswer | undefined,
  stat: keyof typeof STATS,
): readonly number[] {
  if (!answer) return [];
  const { dialect, metric } = answer;
  const own = answer.answer.flatMap(({ labels, value }) => {
    if (labels[STAT_LABEL] !== stat) return [];
    const device = dialect.readDevice(labels);
    if (!device) return [];
    if (metric.wholeDevicesOnly && device.migInstance !== undefined) return [];
    const key = device.uuid ?? device.index ?? '';
    return [{ key: `${key} ${device.migInstance ?? ''}`, value }];
  });
  return [...groupedBy(own, ({ key }) => key).values()].flatMap(
    same => highestOf(same.map(({ value }) => value)) ?? [],
  );
}
