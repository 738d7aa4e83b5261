import type { PodShape } from '../model';

/** An amount of which the scheduler looks whether a node has it. */
export interface WantedAmount {
  readonly resource: string;
  readonly requested: number;
}

/** Names that the scheduler knows by themselves; of the others only scalar resources are checked. */
const NATIVE = ['cpu', 'memory', 'ephemeral-storage'];

const known = new WeakMap<PodShape, readonly WantedAmount[]>();

/**
 * The amounts of a shape that are checked: those that are not zero, of resources that the scheduler knows. Worked out once
 * for a shape, as it is asked for on every node.
 */
export function wantedAmounts(shape: PodShape): readonly WantedAmount[] {
  const worked = known.get(shape);
  if (worked) return worked;
  const wanted = Object.entries(shape.requests)
    .filter(([resource, amount]) => amount > 0 && isChecked(resource))
    .map(([resource, requested]) => ({ resource, requested }));
  known.set(shape, wanted);
  return wanted;
}

/**
 * Extended resources, huge pages and volumes that are attached; anything else of the cluster's own is ignored.
 *
 * @see kubernetes/kubernetes pkg/scheduler/util/utils.go, `IsScalarResourceName`
 */
function isChecked(resource: string): boolean {
  return (
    NATIVE.includes(resource) ||
    resource.includes('/') ||
    resource.startsWith('hugepages-') ||
    resource.startsWith('attachable-volumes-')
  );
}
