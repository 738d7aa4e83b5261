import type { ResourceStore } from '@fairway/kubernetes-resources/testUtils';
import type { SeededRandom } from '../clock/SeededRandom';
import { kueueResources } from '../workloads/kueueResources';
import type { Series } from './deviceSeries';

const DAY_SECONDS = 86_400;
const STEEPNESS = 1.5;

/** Upper bounds in seconds, as Kueue has them. */
const BOUNDS = [
  1,
  ...Array.from({ length: 15 }, (_, power) => 2.5 * 2 ** power),
];

/** Names of the metrics that there are. */
export const QUEUE_METRICS = ['kueue_admission_wait_time_seconds_bucket'];

/** How long workloads have waited for admission, made up for each queue: some a day, around a median of its own. */
export function queueSeries(
  store: ResourceStore,
  random: SeededRandom,
  metric: string,
): readonly Series[] {
  if (!QUEUE_METRICS.includes(metric)) return [];
  return store
    .list(kueueResources.clusterQueues)
    .flatMap(({ metadata: { name = '' } }) => {
      const aDay = random.between(2, 20, 'admissions', name);
      const median = 10 ** random.between(1, 3.5, 'wait', name);
      const admitted = (time: number) => (aDay * time) / DAY_SECONDS;
      return [...BOUNDS, Infinity].map(bound => ({
        labels: {
          __name__: metric,
          cluster_queue: name,
          priority_class: '',
          le: bound === Infinity ? '+Inf' : String(bound),
        },
        valueAt: (time: number) =>
          Math.floor(admitted(time) / (1 + (median / bound) ** STEEPNESS)),
      }));
    });
}
