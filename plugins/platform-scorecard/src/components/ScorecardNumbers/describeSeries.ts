/** The number of one week, and how it is written. */
export interface SeriesPoint {
  readonly week: string;
  /** The week is not over. */
  readonly partial: boolean;
  /** Absent where nothing is known. */
  readonly value?: number;
  readonly text: string;
}

/** Says in words what a line shows: which weeks it spans, and the first and the last number that is known. */
export function describeSeries(
  title: string,
  series: readonly SeriesPoint[],
): {
  readonly summary: string;
  readonly range: string;
  /** The extremes, for the scale beside the line; absent where fewer than two numbers make no line. */
  readonly scale?: { readonly low: number; readonly high: number };
} {
  const known = series.filter(point => point.value !== undefined);
  const first = series.at(0);
  const last = series.at(-1);
  const range =
    first && last
      ? `${first.week} to ${last.week}${last.partial ? ' (so far)' : ''}`
      : 'no weeks';
  const from = known.at(0);
  const to = known.at(-1);
  if (!from || !to) {
    return { range, summary: `${title} by week, ${range}: no data` };
  }
  const values = known.flatMap(({ value }) => value ?? []);
  const missing = series.length - known.length;
  const gaps =
    missing === 0
      ? ''
      : `; ${missing} ${missing === 1 ? 'week' : 'weeks'} without a number`;
  return {
    range,
    ...(values.length > 1 && {
      scale: { low: Math.min(...values), high: Math.max(...values) },
    }),
    summary: `${title} by week, ${range}: ${from.text} in ${from.week}, ${to.text} in ${to.week}${gaps}`,
  };
}
