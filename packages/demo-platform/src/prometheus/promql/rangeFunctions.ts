/** A function of the values that a series has in a window. */
export type RangeFunction = (
  values: readonly number[],
  parameter: number,
) => number;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = share * (sorted.length - 1);
  const low = Math.floor(rank);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (rank - low);
}

/** The functions over time that the demo evaluates. */
export const RANGE_FUNCTIONS: Readonly<Record<string, RangeFunction>> = {
  max_over_time: values => Math.max(...values),
  min_over_time: values => Math.min(...values),
  avg_over_time: values =>
    values.reduce((sum, value) => sum + value, 0) / values.length,
  last_over_time: values => values[values.length - 1],
  // Made-up counters never begin anew.
  increase: values => values[values.length - 1] - values[0],
  count_over_time: values => values.length,
  quantile_over_time: quantile,
};
