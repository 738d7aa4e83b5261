import type { Series } from '../deviceSeries';

/** One element of an instant vector. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Where series come from; without a name all metrics are meant. */
export interface SeriesSource {
  readonly metrics: readonly string[];
  series(metric: string): readonly Series[];
}

/** The same labels without the name of the metric, which functions and aggregations drop. */
export function withoutName({
  __name__: _,
  ...labels
}: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return labels;
}

/** A key that equal label sets share. */
export function labelKey(labels: Readonly<Record<string, string>>): string {
  return JSON.stringify(
    Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
