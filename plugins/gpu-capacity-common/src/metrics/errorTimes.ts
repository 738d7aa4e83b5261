import type { MetricDialect } from './dialects';
import { highestOf } from './highestOf';
import type { MetricSeries } from './metricSeries';
import { metricSelector, promDuration, type LabelMatcher } from './promql';

/**
 * Asks since when devices have reported the code that they report now: when it last changed, or appeared, within the
 * window, to the step. The gauge itself does not say it.
 *
 * @param options - `stepSeconds`: how exact the times are; devices whose code is older than the window are not in the answer
 *
 * @public
 */
export function errorTimesQuery(options: {
  readonly dialect: MetricDialect;
  readonly metric: string;
  readonly matchers: readonly LabelMatcher[];
  readonly windowSeconds: number;
  readonly stepSeconds: number;
}): string {
  const { dialect, metric, matchers } = options;
  const step = promDuration(options.stepSeconds);
  const by = `max by (${dialect.labels.join(',')})`;
  const selector = metricSelector(metric, matchers);
  const now = `(${by} (${selector}) > 0)`;
  const before = `${by} (${selector} offset ${step})`;
  const changed = `timestamp(${now} != ${before} or ${now} unless ${before})`;
  const window = promDuration(options.windowSeconds);
  // Steps of a subquery are round times: what is newer than the last one is seen now only.
  return `${changed} or max_over_time(${changed}[${window}:${step}])`;
}

/**
 * Reads the answer to `errorTimesQuery`.
 *
 * @returns Unix times in seconds, by UUID
 *
 * @public
 */
export function readErrorTimes(
  answer: readonly MetricSeries[],
  { dialect }: { readonly dialect: MetricDialect },
): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { labels, value } of answer) {
    const uuid = dialect.readDevice(labels)?.uuid;
    if (uuid === undefined || !Number.isFinite(value)) continue;
    times.set(uuid, highestOf([times.get(uuid), value]) ?? value);
  }
  return times;
}
