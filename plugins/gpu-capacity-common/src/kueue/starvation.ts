import type { ClusterQueue } from './clusterQueue';
import { quotaAmountText } from './quotaAmountText';
import type { KueueWorkload } from './kueueWorkload';
import type { LocalQueue } from './localQueue';
import type { QuotaRow } from './quotaRows';

/**
 * A queue that waits for what is within its own share while others of its cohort borrow.
 *
 * @public
 */
export interface StarvingQueue {
  readonly clusterQueue: string;
  readonly rootCohort: string;
  readonly resource: string;
  /** The workload that has waited longest. */
  readonly workload: { readonly namespace: string; readonly name: string };
  readonly waitedSeconds: number;
  /** What that workload asks for. */
  readonly asks: number;
  /** How much of its own share the queue does not hold. */
  readonly ownShareLeft: number;
  /** Workloads of the queue that have waited long enough and ask for the resource. */
  readonly waiting: number;
  readonly borrowers: ReadonlyArray<{
    readonly clusterQueue: string;
    readonly borrowed: number;
  }>;
  /** Whether the queue may take its share back by itself. */
  readonly mayReclaim: boolean;
  /** For people. */
  readonly sentence: string;
}

/**
 * Finds queues that starve: a workload has waited long, it would fit into what the queue has not taken of its own share,
 * and others of the tree borrow that resource. A queue that has used up its share only waits, as it should.
 *
 * @param options.now - in milliseconds since 1970
 * @param options.minWaitSeconds - shorter waits are ordinary
 *
 * @public
 */
export function findStarvingQueues(options: {
  readonly clusterQueues: readonly ClusterQueue[];
  readonly localQueues: readonly LocalQueue[];
  readonly workloads: readonly KueueWorkload[];
  readonly rows: readonly QuotaRow[];
  readonly now: number;
  readonly minWaitSeconds: number;
}): readonly StarvingQueue[] {
  const { clusterQueues, rows } = options;
  const waiting = waitingByQueue(options);
  return clusterQueues
    .filter(({ stopPolicy }) => stopPolicy === 'none')
    .flatMap(queue => {
      const own = waiting.get(queue.name);
      if (!own) return [];
      return [...new Set(queue.quotas.map(({ resource }) => resource))].flatMap(
        resource => starvationOf({ queue, resource, waiting: own, rows }) ?? [],
      );
    })
    .sort((a, b) => b.waitedSeconds - a.waitedSeconds);
}

interface Waiting {
  readonly workload: KueueWorkload;
  readonly waitedSeconds: number;
}

/** Workloads that wait long enough, longest first, by ClusterQueue. */
function waitingByQueue(
  options: Parameters<typeof findStarvingQueues>[0],
): ReadonlyMap<string, readonly Waiting[]> {
  const { localQueues, workloads, now, minWaitSeconds } = options;
  const queueOf = new Map(
    localQueues
      .filter(({ stopPolicy }) => stopPolicy === 'none')
      .map(queue => [`${queue.namespace}/${queue.name}`, queue.clusterQueue]),
  );
  const waiting = new Map<string, Waiting[]>();
  for (const workload of workloads) {
    const queue = queueOf.get(`${workload.namespace}/${workload.queue ?? ''}`);
    const waitedSeconds = waitedSecondsOf(workload, now);
    if (
      queue === undefined ||
      workload.state !== 'pending' ||
      !workload.active ||
      waitedSeconds === undefined ||
      waitedSeconds < minWaitSeconds
    ) {
      continue;
    }
    const own = waiting.get(queue) ?? [];
    own.push({ workload, waitedSeconds });
    waiting.set(queue, own);
  }
  for (const own of waiting.values()) {
    own.sort((a, b) => b.waitedSeconds - a.waitedSeconds);
  }
  return waiting;
}

/**
 * How long a workload has waited: since it was evicted, otherwise since it was made.
 *
 * @returns `undefined` where neither time is known
 *
 * @public
 */
export function waitedSecondsOf(
  workload: KueueWorkload,
  now: number,
): number | undefined {
  const evicted = workload.conditions.find(
    ({ type, status }) => type === 'Evicted' && status === 'True',
  )?.since;
  const since = Date.parse(evicted ?? workload.createdAt ?? '');
  return Number.isNaN(since)
    ? undefined
    : Math.max(0, Math.floor((now - since) / 1000));
}

function starvationOf(options: {
  readonly queue: ClusterQueue;
  readonly resource: string;
  readonly waiting: readonly Waiting[];
  readonly rows: readonly QuotaRow[];
}): StarvingQueue | undefined {
  const { queue, resource, waiting } = options;
  const rows = options.rows.filter(row => row.resource === resource);
  const own = rows.filter(row => row.clusterQueue === queue.name);
  const rootCohort = own[0]?.rootCohort;
  const ownShareLeft = largest(
    own.map(({ nominal, reserved }) =>
      reserved === undefined ? 0 : nominal - reserved,
    ),
  );
  const asking = waiting
    .map(one => ({ ...one, asks: askedOf(one.workload, resource) }))
    .filter(({ asks }) => asks !== undefined && asks > 0);
  const first = asking.find(
    ({ asks }) => asks !== undefined && asks <= ownShareLeft,
  );
  const flavors = own.map(({ flavor }) => flavor);
  const borrowers = borrowersOf(
    rows.filter(
      row =>
        row.rootCohort === rootCohort &&
        row.clusterQueue !== queue.name &&
        flavors.includes(row.flavor),
    ),
  );
  if (rootCohort === undefined || !first?.asks || borrowers.length === 0) {
    return undefined;
  }
  const finding = {
    clusterQueue: queue.name,
    rootCohort,
    resource,
    workload: {
      namespace: first.workload.namespace,
      name: first.workload.name,
    },
    waitedSeconds: first.waitedSeconds,
    asks: first.asks,
    ownShareLeft,
    waiting: asking.length,
    borrowers,
    mayReclaim: queue.preemption.reclaimWithinCohort !== 'Never',
  };
  return { ...finding, sentence: sentenceOf(finding) };
}

/** Of all its pods together; `undefined` before Kueue has counted them. */
function askedOf(
  workload: KueueWorkload,
  resource: string,
): number | undefined {
  return workload.podSets.reduce<number | undefined>((sum, { requests }) => {
    if (sum === undefined || !requests) return undefined;
    return sum + (Object.hasOwn(requests, resource) ? requests[resource] : 0);
  }, 0);
}

function borrowersOf(rows: readonly QuotaRow[]): StarvingQueue['borrowers'] {
  const borrowed = new Map<string, number>();
  for (const row of rows) {
    if (!row.borrowed) continue;
    borrowed.set(
      row.clusterQueue,
      (borrowed.get(row.clusterQueue) ?? 0) + row.borrowed,
    );
  }
  return [...borrowed]
    .map(([clusterQueue, amount]) => ({ clusterQueue, borrowed: amount }))
    .sort((a, b) => b.borrowed - a.borrowed);
}

function largest(amounts: readonly number[]): number {
  return amounts.reduce((most, amount) => Math.max(most, amount), 0);
}

function sentenceOf(finding: Omit<StarvingQueue, 'sentence'>): string {
  const { clusterQueue, resource, borrowers } = finding;
  const taken = borrowers
    .map(
      ({ clusterQueue: name, borrowed }) =>
        `"${name}" borrows ${quotaAmountText(resource, borrowed)}`,
    )
    .join(' and ');
  return `Queue "${clusterQueue}" has waited ${durationText(
    finding.waitedSeconds,
  )} for ${quotaAmountText(
    resource,
    finding.asks,
  )} ${resource} while ${taken}.`;
}

function durationText(seconds: number): string {
  if (seconds >= 2 * 86_400) return `${Math.floor(seconds / 86_400)} d`;
  if (seconds >= 3_600) return `${Math.floor(seconds / 3_600)} h`;
  return `${Math.floor(seconds / 60)} min`;
}
