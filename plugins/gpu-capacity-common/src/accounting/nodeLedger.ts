import {
  devicesPerUnit,
  type AcceleratorKind,
  type AcceleratorRegistry,
} from '../accelerator';
import type { ClusterPod } from '../model';
import type { NodeState } from '../state';
import type { ClaimHolding, ClaimedLedgers } from './claimedLedgers';
import { EMPTY_LEDGER, type Ledger, type LedgerClass } from './ledgerClasses';

/** How many of the units that a pod holds do something; the rest reports no metric. @public */
export interface HeldUse {
  readonly busy: number;
  readonly idle: number;
}

/**
 * What is known beside the node itself.
 *
 * @public
 */
export interface LedgerContext {
  readonly registry: AcceleratorRegistry;
  /** Whether the pods of the cluster are observed: otherwise nothing can be called free. */
  readonly podsObserved: boolean;
  /** Absent: nothing is measured. */
  readonly useOf?: (pod: ClusterPod, resource: string) => HeldUse;
  /** How many free units of a resource some shape in use could take on a node. Absent: all of them. */
  readonly usableUnits?: (state: NodeState, resource: string) => number;
  /** Devices that a node has through claims. */
  readonly claimed?: (state: NodeState) => ClaimedLedgers | undefined;
}

/**
 * Where the units of one resource on one node are.
 *
 * @public
 */
export interface ResourceLedger {
  readonly resource: string;
  readonly kind: AcceleratorKind;
  /** In units of the resource. */
  readonly units: Ledger;
  readonly owned: number;
  /** Units that pods hold beyond what the node says that it has. */
  readonly overheld: number;
  /** Share of a physical device that a unit is; absent where nothing says it. */
  readonly devicesPerUnit: number | undefined;
  /** Who holds how much of it; absent where pods hold units themselves, without a claim. */
  readonly claims?: readonly ClaimHolding[];
}

/**
 * The accelerators of one node.
 *
 * @public
 */
export interface NodeLedger {
  readonly node: string;
  readonly product: string | undefined;
  readonly resources: readonly ResourceLedger[];
  /** Devices that no partition of the present layout reaches: part of a split device that nobody can ask for. */
  readonly unpartitioned: number;
  readonly notes: readonly LedgerNote[];
}

/**
 * What is odd about what a node says of itself.
 *
 * @public
 */
export type LedgerNote =
  | 'allocatable-above-capacity'
  | 'held-above-capacity'
  | 'reconfiguring';

/**
 * Accounts for the accelerators of one node. All units that the node owns are in exactly one class.
 *
 * @public
 */
export function nodeLedger(
  state: NodeState,
  context: LedgerContext,
): NodeLedger {
  const { node } = state;
  const counted = countedResources(state, context.registry).map(resource =>
    resourceLedger(state, resource, context),
  );
  const claimed = context.claimed?.(state);
  const resources = [...counted, ...(claimed?.resources ?? [])];
  const notes: LedgerNote[] = [];
  if (counted.some(({ resource }) => exceedsCapacity(state, resource))) {
    notes.push('allocatable-above-capacity');
  }
  if (resources.some(({ overheld }) => overheld > 0)) {
    notes.push('held-above-capacity');
  }
  if (node.reconfiguring) notes.push('reconfiguring');
  return {
    node: node.name,
    product: node.product ?? claimed?.product,
    resources,
    unpartitioned: unpartitioned(state, counted),
    notes,
  };
}

/** Resources that count and that the node has or that pods hold there; a split device leaves its whole name behind. */
function countedResources(
  { node, pods }: NodeState,
  registry: AcceleratorRegistry,
): readonly string[] {
  const names = new Set<string>();
  for (const amounts of [node.capacity, node.allocatable]) {
    for (const [resource, amount] of Object.entries(amounts)) {
      if (amount > 0 && registry.isCounted(resource)) names.add(resource);
    }
  }
  for (const pod of pods.values()) {
    for (const resource of Object.keys(pod.shape.requests)) {
      if (registry.isCounted(resource) && heldBy(pod, resource) > 0) {
        names.add(resource);
      }
    }
  }
  return [...names].sort();
}

function resourceLedger(
  state: NodeState,
  resource: string,
  context: LedgerContext,
): ResourceLedger {
  const { node } = state;
  const allocatable = Math.max(0, node.allocatable[resource] ?? 0);
  const owned = Math.max(node.capacity[resource] ?? 0, allocatable);
  const units: Record<LedgerClass, number> = { ...EMPTY_LEDGER };
  let left = owned;
  let held = 0;
  const take = (ledgerClass: LedgerClass, amount: number) => {
    const taken = Math.min(left, Math.max(0, amount));
    units[ledgerClass] += taken;
    left -= taken;
  };
  for (const pod of state.pods.values()) {
    const count = heldBy(pod, resource);
    if (count <= 0) continue;
    held += count;
    if (pod.holding === 'starting') {
      take('reserved', count);
      continue;
    }
    const { busy, idle } = context.useOf?.(pod, resource) ?? {
      busy: 0,
      idle: 0,
    };
    take('busy', Math.min(count, busy));
    take('idle', Math.min(count - Math.min(count, busy), idle));
    take('unmeasured', count - busy - idle);
  }
  // A pod keeps its devices when one of them fails: what is held is not lost as well.
  take('lost', owned - Math.max(allocatable, held));
  if (!context.podsObserved) {
    take('unknown', left);
  } else if (node.state === 'ready') {
    for (const pod of state.nominated.values()) {
      take('reserved', heldBy(pod, resource));
    }
    take('usable', context.usableUnits?.(state, resource) ?? left);
    take('stranded', left);
  } else {
    take(node.state === 'unknown' ? 'unknown' : 'blocked', left);
  }
  const share = devicesPerUnit(resource, node, context.registry);
  return {
    resource,
    kind: kindOf(resource, share, context.registry),
    units,
    owned,
    overheld: Math.max(0, held - owned),
    devicesPerUnit: share,
  };
}

/** What a pod got through a claim is counted with the devices of the claim. */
function heldBy(pod: ClusterPod, resource: string): number {
  return pod.claimedResources.includes(resource)
    ? 0
    : pod.shape.requests[resource] ?? 0;
}

/** Time-slicing without a new name multiplies the whole-device resource: the label tells. */
function kindOf(
  resource: string,
  share: number | undefined,
  registry: AcceleratorRegistry,
): AcceleratorKind {
  const kind = registry.kindOf(resource) ?? 'unclassified';
  return kind === 'device' && share !== undefined && share < 1
    ? 'shared'
    : kind;
}

function exceedsCapacity({ node }: NodeState, resource: string): boolean {
  return (node.allocatable[resource] ?? 0) > (node.capacity[resource] ?? 0);
}

/** Below this share of a device the rest is rounding. */
const ROUNDING = 1e-6;

/** Where labels count the physical devices and the partitions do not add up to them. */
function unpartitioned(
  { node }: NodeState,
  resources: readonly ResourceLedger[],
): number {
  if (node.physicalDevices === undefined || resources.length === 0) return 0;
  if (!resources.every(({ devicesPerUnit: share }) => share !== undefined)) {
    return 0;
  }
  const reached = resources.reduce(
    (sum, { owned, devicesPerUnit: share }) => sum + owned * (share ?? 0),
    0,
  );
  const rest = node.physicalDevices - reached;
  return rest > ROUNDING ? rest : 0;
}
