import type { PodShape } from '../model';
import { ReasonList } from './ReasonList';

/** An amount of which the scheduler looks whether a node has it. */
export interface WantedAmount {
  readonly resource: string;
  readonly requested: number;
  /** Why a node that has too little of it takes no pod, as the scheduler words it. */
  readonly reason: string;
}

/** What is worked out once for a shape, as it is asked for on every node. */
interface Wanted {
  readonly amounts: readonly WantedAmount[];
  /** The lists of reasons that its refusals have in common start here. */
  readonly noReasons: ReasonList;
}

/** Names that the scheduler knows by themselves; of the others only scalar resources are checked. */
const NATIVE = ['cpu', 'memory', 'ephemeral-storage'];

const known = new WeakMap<PodShape, Wanted>();

export function wantedBy(shape: PodShape): Wanted {
  const worked = known.get(shape);
  if (worked) return worked;
  const amounts = Object.entries(shape.requests)
    .filter(([resource, amount]) => amount > 0 && isChecked(resource))
    .map(([resource, requested]) => ({
      resource,
      requested,
      reason: `Insufficient ${resource}`,
    }));
  const wanted = { amounts, noReasons: ReasonList.empty() };
  known.set(shape, wanted);
  return wanted;
}

/** The amounts of a shape that are checked: those that are not zero, of resources that the scheduler knows. */
export function wantedAmounts(shape: PodShape): readonly WantedAmount[] {
  return wantedBy(shape).amounts;
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
