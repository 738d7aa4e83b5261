import {
  withReservations,
  type AcceleratorGroup,
  type KueueWorkload,
  type PoolLedger,
} from '@fairway/plugin-gpu-capacity-common';
import type { AcceleratorPods, FlavorHardwareState } from '../observed';

/** Quota that is given and that no pod uses yet. */
export interface Reservation {
  readonly flavor: string;
  readonly resource: string;
  readonly amount: number;
}

/** Owners whose pods say so: where none is found, none is there yet. */
const KINDS_WITH_PODS = [
  'Deployment',
  'Job',
  'JobSet',
  'LeaderWorkerSet',
  'Pod',
  'RayCluster',
  'RayJob',
  'RayService',
  'StatefulSet',
];

/** What workloads have got of each flavor beyond what their pods hold. */
export function unusedReservations(
  workloads: readonly KueueWorkload[],
  pods: Pick<AcceleratorPods, 'ownedBy'>,
): readonly Reservation[] {
  const unused = new Map<string, Reservation>();
  for (const workload of workloads) {
    if (workload.state !== 'quota-reserved' && workload.state !== 'admitted') {
      continue;
    }
    const holding = podsOf(workload, pods);
    // Pods of kinds that are not known cannot be found, so that nothing is said of them.
    if (
      workload.state === 'admitted' &&
      holding.length === 0 &&
      !KINDS_WITH_PODS.includes(workload.owner?.kind ?? 'Pod')
    ) {
      continue;
    }
    for (const { flavor, resource, amount } of assignedTo(workload)) {
      const left =
        amount -
        holding.reduce(
          (sum, { shape }) => sum + (shape.requests[resource] ?? 0),
          0,
        );
      if (left <= 0) continue;
      const key = `${flavor}\0${resource}`;
      unused.set(key, {
        flavor,
        resource,
        amount: (unused.get(key)?.amount ?? 0) + left,
      });
    }
  }
  return [...unused.values()];
}

/**
 * Takes what is spoken for out of what is free. Only flavors count whose nodes are all in the pool: of others nobody
 * knows where the pods will go.
 */
export function withQuotaReservations(
  pool: PoolLedger,
  options: {
    readonly reservations: readonly Reservation[];
    readonly flavorNodes: FlavorHardwareState['nodes'];
    readonly members: ReadonlySet<string>;
  },
): PoolLedger {
  const { reservations, flavorNodes, members } = options;
  return reservations.reduce((left, reservation) => {
    const nodes = (flavorNodes.get(reservation.flavor) ?? []).filter(
      ({ allocatable }) => (allocatable[reservation.resource] ?? 0) > 0,
    );
    return nodes.length > 0 && nodes.every(({ name }) => members.has(name))
      ? reserveIn(left, reservation, new Set(nodes.map(node => node.product)))
      : left;
  }, pool);
}

/** Takes a reservation from the groups of some products, one after the other. */
function reserveIn(
  pool: PoolLedger,
  { resource, amount }: Reservation,
  products: ReadonlySet<string | undefined>,
): PoolLedger {
  let { devices } = pool;
  let left = amount;
  const groups: AcceleratorGroup[] = [];
  for (const group of pool.groups) {
    const isMeant = group.resource === resource && products.has(group.product);
    const units = isMeant ? withReservations(group.units, left) : group.units;
    const taken = units.reserved - group.units.reserved;
    left -= taken;
    devices = withReservations(devices, devicesOf(group, taken));
    groups.push(taken === 0 ? group : { ...group, units });
  }
  return { ...pool, devices, groups };
}

function podsOf(
  { namespace, name, owner }: KueueWorkload,
  pods: Pick<AcceleratorPods, 'ownedBy'>,
) {
  const owned = pods.ownedBy(
    owner ? { namespace, ...owner } : { namespace, kind: 'Workload', name },
  );
  return [...owned.values()].filter(
    pod => pod.node !== undefined || pod.nominatedNode !== undefined,
  );
}

// Workloads are read anew when they change, and many do not for hours.
const assignedBefore = new WeakMap<KueueWorkload, readonly Reservation[]>();

/** By flavor and resource, over all pod sets. */
function assignedTo(workload: KueueWorkload): readonly Reservation[] {
  const before = assignedBefore.get(workload);
  if (before) return before;
  const assigned = new Map<string, Reservation>();
  for (const { flavors, usage } of workload.assignments) {
    for (const [resource, flavor] of Object.entries(flavors)) {
      const key = `${flavor}\0${resource}`;
      assigned.set(key, {
        flavor,
        resource,
        amount: (assigned.get(key)?.amount ?? 0) + (usage[resource] ?? 0),
      });
    }
  }
  const found = [...assigned.values()];
  assignedBefore.set(workload, found);
  return found;
}

/** Units of which nothing says what share of a device they are count for no device. */
function devicesOf(
  { devices, owned, kind }: AcceleratorGroup,
  units: number,
): number {
  return devices === undefined || owned === 0 || kind === 'unclassified'
    ? 0
    : (units * devices) / owned;
}
