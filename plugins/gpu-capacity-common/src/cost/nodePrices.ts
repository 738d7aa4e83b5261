import { groupedBy } from '../metrics/groupedBy';
import type { MetricSeries } from '../metrics';
import { metricSelector, type LabelMatcher } from '../metrics';
import type { HourlyPrice } from './price';

/**
 * Asks for the hourly cost of one device of each node, as OpenCost exports it. It may name one for nodes without devices
 * too, which nobody asks for.
 *
 * @see https://opencost.io/docs/integrations/metrics
 *
 * @public
 */
export function nodePricesQuery(
  matchers: readonly LabelMatcher[] = [],
): string {
  return `${metricSelector('node_gpu_hourly_cost', matchers)} > 0`;
}

/**
 * Reads the answer to `nodePricesQuery`.
 *
 * @remarks
 * OpenCost reports zero where it has no price, so zero is no price. Where series disagree about a node the price is not
 * known.
 *
 * @param currency - in which OpenCost is configured; its metrics do not say it
 *
 * @public
 */
export function readNodePrices(
  answer: readonly MetricSeries[],
  currency: string,
): ReadonlyMap<string, HourlyPrice> {
  const nodes = groupedBy(
    answer.filter(({ value }) => Number.isFinite(value) && value > 0),
    ({ labels }) => nodeOf(labels) ?? '',
  );
  return new Map(
    [...nodes]
      .filter(([node]) => node !== '')
      .filter(([, series]) => new Set(series.map(s => s.value)).size === 1)
      .map(([node, [{ value }]]) => [node, { perHour: value, currency }]),
  );
}

/** Without `honor_labels` the node of the metric is moved aside for that of the exporter. */
function nodeOf(labels: Readonly<Record<string, string>>): string | undefined {
  return (
    labels.exported_node ||
    labels.exported_instance ||
    labels.node ||
    labels.instance
  );
}
