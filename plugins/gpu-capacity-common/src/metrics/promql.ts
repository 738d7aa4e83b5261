/**
 * A condition on a label.
 *
 * @public
 */
export interface LabelMatcher {
  readonly label: string;
  readonly value: string;
}

const METRIC_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LABEL_NAME = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * Whether a string can be the name of a metric, or the beginning of one.
 *
 * @public
 */
export function isMetricName(text: string): boolean {
  return METRIC_NAME.test(text);
}

/**
 * Whether a string can be the name of a label by which series may be narrowed down. `__name__` may not: it would replace
 * the metric.
 *
 * @public
 */
export function isMatcherLabel(text: string): boolean {
  return LABEL_NAME.test(text) && text !== '__name__';
}

/**
 * Selects the series of a metric. Values are quoted, so nothing in them can end the selector.
 *
 * @throws `RangeError` where a name is none
 *
 * @see https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
 *
 * @public
 */
export function metricSelector(
  metric: string,
  matchers: readonly LabelMatcher[] = [],
): string {
  if (!isMetricName(metric)) {
    throw new RangeError(`"${metric}" is no name of a metric`);
  }
  return matchers.length === 0
    ? metric
    : `${metric}{${matchers.map(conditionOf).join(',')}}`;
}

/**
 * Selects the series of all of some metrics.
 *
 * @throws `RangeError` where a name is none, or there are no names
 *
 * @public
 */
export function metricsSelector(
  metrics: readonly string[],
  matchers: readonly LabelMatcher[] = [],
): string {
  if (metrics.length === 0) throw new RangeError('no metric is selected');
  // Names of metrics hold nothing that means something in a regular expression.
  const names = metrics.map(metric => metricSelector(metric)).join('|');
  return `{${[`__name__=~"${names}"`, ...matchers.map(conditionOf)].join(
    ',',
  )}}`;
}

/**
 * A duration, in whole seconds.
 *
 * @throws `RangeError` where it is no positive whole number
 *
 * @public
 */
export function promDuration(seconds: number): string {
  if (!Number.isSafeInteger(seconds) || seconds <= 0) {
    throw new RangeError(`${seconds} s is no duration`);
  }
  return `${seconds}s`;
}

function conditionOf({ label, value }: LabelMatcher): string {
  if (!isMatcherLabel(label)) {
    throw new RangeError(`"${label}" is no name of a label`);
  }
  return `${label}=${quoted(value)}`;
}

function quoted(value: string): string {
  const escaped = value
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r');
  return `"${escaped}"`;
}
