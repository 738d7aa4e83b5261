import { groupedBy } from './groupedBy';
import type { MetricSeries } from './metricSeries';
import { metricSelector, type LabelMatcher } from './promql';

/**
 * What Ray has given to tasks and actors of the devices that its pod holds.
 *
 * @public
 */
export interface RayReservation {
  readonly namespace: string;
  readonly pod: string;
  readonly used: number;
  readonly available: number;
}

/** @public */
export function rayReservationQuery(
  matchers: readonly LabelMatcher[] = [],
): string {
  const selector = metricSelector('ray_resources', [
    { label: 'Name', value: 'GPU' },
    ...matchers,
  ]);
  return `sum by (namespace,pod,State) (${selector})`;
}

/**
 * Reads the answer to `rayReservationQuery`. Pods of which one of both numbers is missing are left out.
 *
 * @see https://docs.ray.io/en/latest/ray-observability/reference/system-metrics.html
 *
 * @public
 */
export function readRayReservations(
  answer: readonly MetricSeries[],
): readonly RayReservation[] {
  const pods = groupedBy(
    answer.filter(({ labels }) => labels.namespace && labels.pod),
    ({ labels }) => JSON.stringify([labels.namespace, labels.pod]),
  );
  return [...pods.values()].flatMap(series => {
    const [{ labels }] = series;
    const amount = (state: string) =>
      series.find(one => one.labels.State === state)?.value;
    const used = amount('USED');
    const available = amount('AVAILABLE');
    return used === undefined || available === undefined
      ? []
      : [{ namespace: labels.namespace, pod: labels.pod, used, available }];
  });
}
