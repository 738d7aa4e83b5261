import type { OverviewCost } from '@fairway/plugin-gpu-capacity-common';
import { DateTime } from 'luxon';

/** Days that were observed for less are no measure of a day. */
const LEAST_COVERAGE = 0.9;

/** What the days of a stretch cost in one currency; `undefined` are days of which too little is known. */
export interface CostDays {
  readonly currency: string;
  readonly values: ReadonlyArray<number | undefined>;
}

/** The days in their order with gaps, in the currency in which most is paid; nothing where there is no price. */
export function daysOf(trend: OverviewCost['trend']): CostDays | undefined {
  const sums = new Map<string, number>();
  for (const { cost } of trend) {
    for (const [currency, amount] of Object.entries(cost)) {
      sums.set(currency, (sums.get(currency) ?? 0) + amount);
    }
  }
  const [most] = [...sums].sort(([, a], [, b]) => b - a);
  if (!most || trend.length === 0) return undefined;
  const [currency] = most;
  const known = new Map(
    trend
      .filter(({ coverage }) => coverage >= LEAST_COVERAGE)
      .map(({ at, cost }) => [dayOf(at), cost[currency]]),
  );
  const first = dayOf(trend[0].at);
  const length = dayOf(trend[trend.length - 1].at) - first + 1;
  return {
    currency,
    values: Array.from({ length }, (_, index) => known.get(first + index)),
  };
}

const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** What the days say, in a sentence. */
export function trendWords(days: CostDays | undefined): string {
  const known = days?.values.filter(value => value !== undefined) ?? [];
  if (!days || known.length === 0) {
    return 'No day has been observed long enough to say what it cost.';
  }
  const least = WHOLE.format(Math.min(...known));
  const most = WHOLE.format(Math.max(...known));
  return `${known.length} whole ${known.length === 1 ? 'day' : 'days'} cost ${
    least === most ? most : `${least} to ${most}`
  } ${days.currency} each.`;
}

/** Number of a day (UTC) since 1970. */
function dayOf(iso: string): number {
  return Math.floor(
    DateTime.fromISO(iso, { zone: 'utc' }).toMillis() / 86_400_000,
  );
}
