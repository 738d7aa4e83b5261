import type { PodView, WorkloadCapacity } from '../view/workloadView';
import { counted } from './amounts';
import { productName } from './products';

/**
 * What the pods of a component hold and wait for, in a sentence.
 *
 * @public
 */
export function holdingSentence(
  workload: Pick<WorkloadCapacity, 'pods' | 'hidden'>,
): string {
  const { pods, hidden } = workload;
  const holding = pods.filter(isHolding);
  const waiting = pods.length - holding.length;
  const units = new Map<string, number>();
  for (const pod of holding) {
    for (const [resource, count] of Object.entries(pod.accelerators)) {
      const name = pod.product
        ? `${productName(pod.product)} (${resource})`
        : resource;
      units.set(name, (units.get(name) ?? 0) + count);
    }
  }
  for (const [resource, count] of Object.entries(hidden.devices)) {
    units.set(resource, (units.get(resource) ?? 0) + count);
  }
  const sum = [...units].map(([name, count]) => `${count} × ${name}`);
  const waitingSentence =
    waiting === 0
      ? ''
      : ` ${counted(waiting, 'pod waits', 'pods wait')}${
          sum.length > 0 ? ' for more' : ''
        }.`;
  return sum.length === 0
    ? `Its pods hold no accelerators.${waitingSentence}`
    : `Its pods hold ${sum.join(', ')}.${waitingSentence}`;
}

function isHolding({ holding }: PodView): boolean {
  return ['held', 'starting', 'releasing'].includes(holding);
}
