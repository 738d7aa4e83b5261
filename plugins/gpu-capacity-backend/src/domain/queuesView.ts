import {
  freshnessOf,
  type ObservationState,
} from '@fairway/kubernetes-resources';
import {
  closedQueue,
  type AcceleratorRegistry,
  type ClusterQueue,
  type PendingWorkload,
  type QueuesView,
  type QuotaHardwareView,
  type QuotaRow,
  type QuotaRowView,
} from '@fairway/plugin-gpu-capacity-common';
import type { QueueState } from '../observed';
import type { ClusterView } from '../services/ClusterCapacity';
import { queueWaits, waitsKnown } from './queueWaits';
import { pendingView, type WorkloadNames } from './pendingView';

const MAX_PENDING = 100;

/** The queues that have quota for accelerators of a pool; `undefined` where the cluster has no queues, as far as it said. */
export function queuesView(options: {
  readonly cluster: ClusterView;
  /** Names of the nodes of the pool. */
  readonly members: ReadonlySet<string>;
  /** Whether the pool is the whole cluster. */
  readonly isWhole: boolean;
  readonly registry: AcceleratorRegistry;
  readonly names: WorkloadNames;
  /** Whether the reader may know all names. */
  readonly mayNameAll: boolean;
}): QueuesView | undefined {
  const { cluster, registry, names, mayNameAll } = options;
  const { queues, flavorHardware } = cluster;
  if (!queues || !isAnswered(queues.observed)) return undefined;
  const isRelevant = relevantFlavors(options, queues);
  const rows = queues.rows.filter(({ flavor }) => isRelevant(flavor));
  const concerned = new Set(
    rows
      .filter(({ resource }) => registry.isCounted(resource))
      .map(({ clusterQueue }) => clusterQueue),
  );
  const clusterQueues = queues.clusterQueues.filter(({ name }) =>
    concerned.has(name),
  );
  const pending = queues.pending?.filter(
    waiting =>
      asksForDevices(waiting, registry) &&
      (waiting.clusterQueue === undefined
        ? options.isWhole
        : concerned.has(waiting.clusterQueue)),
  );
  return {
    freshness: freshnessOf(queues.observed),
    malformed: [
      ...queues.malformed,
      ...(mayNameAll ? queues.malformedInNamespaces : []),
    ],
    clusterQueues: clusterQueues
      .map(queue =>
        clusterQueueView(
          queue,
          rows.filter(({ clusterQueue }) => clusterQueue === queue.name),
        ),
      )
      .map(view => ({
        ...view,
        waits: queueWaits(view.name, cluster.admissionWaits),
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    pending: {
      total: pending?.length ?? pendingSaid(queues.observed, clusterQueues),
      items: (pending ?? [])
        .slice(0, MAX_PENDING)
        .map(waiting => pendingView(waiting, names)),
      unordered: pending?.length ? queues.order.unknown : undefined,
    },
    starving: queues.starving
      .filter(({ clusterQueue }) => concerned.has(clusterQueue))
      .map(({ clusterQueue, resource, waitedSeconds, sentence }) => ({
        clusterQueue,
        resource,
        waitedSeconds,
        sentence,
      })),
    hardware: flavorHardware.rows
      .filter(
        ({ flavor, resource }) =>
          isRelevant(flavor) && registry.isCounted(resource),
      )
      .map(
        ({ nominal, sharesNodesWith, ...row }): QuotaHardwareView => ({
          ...row,
          ...(nominal === Infinity ? { unlimited: true } : { nominal }),
          sharesNodesWith: [...sharesNodesWith],
        }),
      ),
    flavorsWithoutNodes: [...flavorHardware.withoutNodes],
    problems: problemsOf(queues),
    waitsKnown: waitsKnown(cluster.admissionWaits),
  };
}

/** Before the cluster has answered once, whether it has queues at all is not known. */
function isAnswered(state: ObservationState): boolean {
  return (
    state.status !== 'loading' &&
    (state.status !== 'stale' || state.since !== undefined)
  );
}

/** Flavors with nodes in the pool; of the whole cluster also those that have no nodes. */
function relevantFlavors(
  { cluster, members, isWhole }: Parameters<typeof queuesView>[0],
  queues: QueueState,
): (flavor: string) => boolean {
  const { nodes } = cluster.flavorHardware;
  const inPool = new Set(
    [...nodes]
      .filter(([, found]) => found.some(({ name }) => members.has(name)))
      .map(([flavor]) => flavor),
  );
  return flavor =>
    !queues.flavors ||
    inPool.has(flavor) ||
    (isWhole && !nodes.get(flavor)?.length);
}

function clusterQueueView(
  queue: ClusterQueue,
  rows: readonly QuotaRow[],
): QueuesView['clusterQueues'][number] {
  return {
    name: queue.name,
    cohort: queue.cohort,
    rootCohort: rows.find(({ rootCohort }) => rootCohort)?.rootCohort,
    closed: closedQueue({ clusterQueue: queue }),
    pending: queue.pendingWorkloads,
    holding: queue.reservingWorkloads,
    rows: rows.map(rowView),
  };
}

function rowView(row: QuotaRow): QuotaRowView {
  const { nominal, lendable, available } = row;
  const endless = Object.entries({ nominal, lendable, available })
    .filter(([, amount]) => amount === Infinity)
    .map(([name]) => name);
  return {
    flavor: row.flavor,
    resource: row.resource,
    nominal: finite(nominal),
    reserved: row.reserved,
    used: row.used,
    borrowed: row.borrowed,
    lendable: finite(lendable),
    lent: row.lent && { ...row.lent },
    available: finite(available),
    overAdmitted: row.overAdmitted || undefined,
    unlimited:
      endless.length === 0
        ? undefined
        : (['nominal', 'lendable', 'available'] as const).filter(name =>
            endless.includes(name),
          ),
    unknown: row.unknown,
  };
}

function finite(amount: number | undefined): number | undefined {
  return amount === Infinity ? undefined : amount;
}

/** What has not been counted yet may ask for them. */
function asksForDevices(
  { asks }: PendingWorkload,
  registry: AcceleratorRegistry,
): boolean {
  return (
    !asks ||
    Object.entries(asks).some(
      ([resource, amount]) => amount > 0 && registry.isCounted(resource),
    )
  );
}

/** How many wait by what the queues say themselves; `undefined` where one does not. */
function pendingSaid(
  { status }: ObservationState,
  queues: readonly ClusterQueue[],
): number | undefined {
  if (status !== 'live' && status !== 'stale') return undefined;
  return queues.reduce<number | undefined>(
    (sum, { pendingWorkloads: pending }) =>
      sum === undefined || pending === undefined ? undefined : sum + pending,
    0,
  );
}

function problemsOf({ tree }: QueueState): string[] {
  return tree.problems.flatMap(problem =>
    problem.problem === 'cycle'
      ? [
          `The cohorts ${problem.cohorts
            .map(name => `"${name}"`)
            .join(', ')} are each other's parents: their queues admit nothing.`,
        ]
      : [],
  );
}
