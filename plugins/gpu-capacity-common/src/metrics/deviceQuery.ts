import type { MetricDialect } from './dialects';
import { groupedBy } from './groupedBy';
import type { MetricQuantity } from './metricQuantity';
import type { MetricSeries } from './metricSeries';
import { POD_LABELS } from './podLabels';
import { promDuration } from './promql';

/** Says which figure of the series an element of the answer is. */
const STAT_LABEL = 'fairway_stat';
const TARGET_LABELS = ['job', 'instance'];

const NOW_STATS = {
  latest: (selector: string) => selector,
  time: (selector: string) => `timestamp(${selector})`,
} as const;

/**
 * Over what the mean of how busy a device was is taken, in seconds: as often as history is sampled.
 *
 * @public
 */
export const MEAN_SECONDS = 300;

const WINDOW_STATS = {
  max: (selector: string, window: string) =>
    `max_over_time(${selector}[${window}])`,
  mean: (selector: string) =>
    `avg_over_time(${selector}[${promDuration(MEAN_SECONDS)}])`,
  start: (selector: string, window: string) => `${selector} offset ${window}`,
} as const;

type Stat = keyof typeof NOW_STATS | keyof typeof WINDOW_STATS;

/**
 * What the query says of one series.
 *
 * @public
 */
export interface DeviceRow {
  /** Those that say which device it is, and whose. */
  readonly labels: Readonly<Record<string, string>>;
  /** Highest value of the window; the newest one of what is not asked for by window. */
  readonly max: number;
  /** Mean over `MEAN_SECONDS`, of what is asked for by window. */
  readonly mean: number | undefined;
  readonly latest: number | undefined;
  readonly sampledAtSeconds: number | undefined;
  readonly spansWindow: boolean;
}

/** Of all others the newest value is what people ask for. */
const WINDOWED: MetricQuantity = 'busy';

/**
 * Asks in one query for the newest value of each series with its time, and how busy it was at most in the window, in the
 * mean of the last minutes, and whether it reported at the beginning of the window. A mean hides the bursts that tell
 * what is used from what is idle, and a maximum says nothing of how much it is used. The functions of PromQL that look at a window cannot say when they saw what, and a
 * pod must not be judged by what was measured before it began.
 *
 * @param options - `selector`: see `metricSelector`
 *
 * @public
 */
export function deviceQuery(options: {
  readonly dialect: MetricDialect;
  readonly quantity: MetricQuantity;
  readonly selector: string;
  readonly windowSeconds: number;
}): string {
  const { dialect, quantity, selector } = options;
  const parts = Object.entries(NOW_STATS).map(([stat, expression]) =>
    marked(stat, expression(selector)),
  );
  if (quantity === WINDOWED) {
    const window = promDuration(options.windowSeconds);
    parts.push(
      ...Object.entries(WINDOW_STATS).map(([stat, expression]) =>
        marked(stat, expression(selector, window)),
      ),
    );
  }
  const labels = [...labelsOf(dialect), STAT_LABEL].join(',');
  return `max by (${labels}) (${parts.join(' or ')})`;
}

/**
 * Puts the answer to `deviceQuery` together again, by series. Series that did not report in the window are left out.
 *
 * @public
 */
export function readDeviceRows(
  answer: readonly MetricSeries[],
  query: { readonly dialect: MetricDialect; readonly quantity: MetricQuantity },
): readonly DeviceRow[] {
  const names = labelsOf(query.dialect);
  const rows = groupedBy(answer, ({ labels }) =>
    names.map(name => labels[name] ?? '').join('\0'),
  );
  return [...rows.values()].flatMap(elements => {
    const stat = (name: Stat) => {
      const value = elements.find(e => e.labels[STAT_LABEL] === name)?.value;
      return Number.isFinite(value) ? value : undefined;
    };
    const latest = stat('latest');
    const sampledAtSeconds = stat('time');
    const max = query.quantity === WINDOWED ? stat('max') : latest;
    if (max === undefined) return [];
    const spansWindow = stat('start') !== undefined;
    return [
      {
        labels: elements[0].labels,
        max,
        mean: stat('mean'),
        latest,
        sampledAtSeconds,
        spansWindow,
      },
    ];
  });
}

function labelsOf({ labels }: MetricDialect): readonly string[] {
  return [...labels, ...POD_LABELS, ...TARGET_LABELS];
}

function marked(stat: string, expression: string): string {
  return `label_replace(${expression},"${STAT_LABEL}","${stat}","","")`;
}
