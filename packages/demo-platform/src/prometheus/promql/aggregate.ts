import { labelKey, withoutName, type Sample } from './vectors';

const OPERATIONS: Readonly<
  Record<string, (values: readonly number[]) => number>
> = {
  max: values => Math.max(...values),
  min: values => Math.min(...values),
  sum: values => values.reduce((sum, value) => sum + value, 0),
  avg: values => values.reduce((sum, value) => sum + value, 0) / values.length,
  count: values => values.length,
};

/** Whether the demo evaluates an aggregation. */
export function isAggregation(operation: string): boolean {
  return operation in OPERATIONS;
}

/** One sample for each group of label values. */
export function aggregate(
  samples: readonly Sample[],
  options: {
    readonly operation: string;
    readonly labels: readonly string[];
    /** Group by all other labels. */
    readonly without: boolean;
  },
): readonly Sample[] {
  const { operation, labels, without } = options;
  const groups = new Map<
    string,
    { readonly labels: Sample['labels']; readonly values: number[] }
  >();
  for (const sample of samples) {
    const kept = without
      ? Object.fromEntries(
          Object.entries(withoutName(sample.labels)).filter(
            ([name]) => !labels.includes(name),
          ),
        )
      : Object.fromEntries(
          labels
            .filter(name => sample.labels[name] !== undefined)
            .map(name => [name, sample.labels[name]]),
        );
    const key = labelKey(kept);
    const group = groups.get(key) ?? { labels: kept, values: [] };
    group.values.push(sample.value);
    groups.set(key, group);
  }
  return [...groups.values()].map(group => ({
    labels: group.labels,
    value: OPERATIONS[operation](group.values),
  }));
}
