import type { MetricSeries } from './metricSeries';
import { promDuration } from './promql';

/** Says which figure of the series an element of the answer is. */
const STAT_LABEL = 'fairway_stat';

const STATS = {
  max: (selector: string, window: string) =>
    `max_over_time(${selector}[${window}])`,
  latest: (selector: string) => selector,
  time: (selector: string) => `timestamp(${selector})`,
  start: (selector: string, window: string) => `${selector} offset ${window}`,
} as const;

type Stat = keyof typeof STATS;

/**
 * What the query says of one series.
 *
 * @public
 */
export interface DeviceRow {
  /** Without the name of the metric. */
  readonly labels: Readonly<Record<string, string>>;
  readonly max: number;
  readonly latest: number | undefined;
  readonly sampledAtSeconds: number | undefined;
  readonly spansWindow: boolean;
}

/**
 * Asks in one query for the highest value of each series in the window, its newest value with its time, and whether it
 * reported at the beginning of the window. The functions of PromQL that look at a window cannot say when they saw what,
 * and a pod must not be judged by what was measured before it began.
 *
 * @param selector - see `metricSelector`
 *
 * @public
 */
export function deviceQuery(selector: string, windowSeconds: number): string {
  const window = promDuration(windowSeconds);
  return Object.entries(STATS)
    .map(
      ([stat, expression]) =>
        `label_replace(${expression(
          selector,
          window,
        )},"${STAT_LABEL}","${stat}","","")`,
    )
    .join(' or ');
}

/**
 * Puts the answer to `deviceQuery` together again, by series. Series that did not report in the window are left out.
 *
 * @public
 */
export function readDeviceRows(
  answer: readonly MetricSeries[],
): readonly DeviceRow[] {
  const rows = new Map<
    string,
    {
      readonly labels: Record<string, string>;
      readonly stats: Partial<Record<Stat, number>>;
    }
  >();
  for (const { labels, value } of answer) {
    const { [STAT_LABEL]: stat, __name__: _, ...own } = labels;
    if (!isStat(stat) || !Number.isFinite(value)) continue;
    const key = JSON.stringify(
      Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
    const row = rows.get(key) ?? { labels: own, stats: {} };
    row.stats[stat] = value;
    rows.set(key, row);
  }
  return [...rows.values()].flatMap(({ labels, stats }) =>
    stats.max === undefined
      ? []
      : [
          {
            labels,
            max: stats.max,
            latest: stats.latest,
            sampledAtSeconds: stats.time,
            spansWindow: stats.start !== undefined,
          },
        ],
  );
}

function isStat(text: string | undefined): text is Stat {
  return text !== undefined && Object.hasOwn(STATS, text);
}
