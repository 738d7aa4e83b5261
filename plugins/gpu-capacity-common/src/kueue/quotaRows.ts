import type { ClusterQueue } from './clusterQueue';
import type { FlavorUsage } from './flavorUsage';
import { subtractAmount } from './quotaAmount';
import type { QuotaTree } from './QuotaTree';
import {
  flavorResourceKey,
  type FlavorQuota,
  type FlavorResource,
} from './resourceGroup';

/**
 * A queue's account for a resource in a flavor. Amounts as in `FlavorQuota`; `undefined` is unknown.
 *
 * @public
 */
export interface QuotaRow extends FlavorQuota {
  readonly clusterQueue: string;
  readonly cohort: string | undefined;
  /** Cohort at the root of its tree; quota moves within the tree only. */
  readonly rootCohort: string | undefined;
  /** Held by workloads, started or not: what counts against the quota. */
  readonly reserved: number | undefined;
  /** Held by workloads that Kueue has let go. */
  readonly used: number | undefined;
  /** Held and not let go yet. */
  readonly notStarted: number | undefined;
  /** Held beyond the own share; 0 without a cohort, as there nobody lends. */
  readonly borrowed: number | undefined;
  /** Of the own share, not held and not kept back: what others may be using. */
  readonly lendable: number | undefined;
  /** Of the own share, in use by others. Who lends to whom is nowhere recorded: these are the bounds. */
  readonly lent:
    | { readonly atLeast: number; readonly atMost: number }
    | undefined;
  /** What may still be taken; negative where more is taken than there is. */
  readonly available: number | undefined;
  readonly potentiallyAvailable: number | undefined;
  /** Held beyond all that there is, because quota was taken away after it was given. */
  readonly overAdmitted: number | undefined;
  /** Why something is unknown, in a sentence. */
  readonly unknown: string | undefined;
}

/**
 * Accounts for the quota of all queues: who borrows, and who may be lending.
 *
 * @public
 */
export function quotaRows(
  clusterQueues: readonly ClusterQueue[],
  tree: QuotaTree,
): readonly QuotaRow[] {
  const rows = clusterQueues.flatMap(queue =>
    queue.quotas.map(quota => rowOf(queue, quota, tree)),
  );
  const groups = new Map<string, QuotaRow[]>();
  for (const row of rows) {
    if (row.rootCohort === undefined) continue;
    const key = `${row.rootCohort}\0${flavorResourceKey(row)}`;
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
  }
  const lent = new Map<QuotaRow, QuotaRow['lent']>();
  for (const group of groups.values()) {
    for (const row of group) lent.set(row, lentBy(row, group, tree));
  }
  return rows.map(row =>
    row.cohort === undefined
      ? { ...row, lent: { atLeast: 0, atMost: 0 } }
      : { ...row, lent: lent.get(row) },
  );
}

function rowOf(
  queue: ClusterQueue,
  quota: FlavorQuota,
  tree: QuotaTree,
): QuotaRow {
  const standing = tree.ofClusterQueue(queue.name, quota);
  const reserved = totalOf(queue.reserved, quota);
  const used = totalOf(queue.used, quota);
  const { nominal, lendingLimit } = quota;
  const kept =
    lendingLimit === undefined
      ? 0
      : Math.max(0, subtractAmount(nominal, lendingLimit));
  const known = (amount: (held: number) => number) =>
    reserved === undefined ? undefined : amount(reserved);
  const available = standing?.available;
  return {
    ...quota,
    clusterQueue: queue.name,
    cohort: queue.cohort,
    rootCohort: tree.rootOf(queue.name),
    reserved,
    used,
    notStarted:
      used === undefined ? undefined : known(held => Math.max(0, held - used)),
    borrowed: known(held =>
      queue.cohort === undefined
        ? 0
        : Math.max(0, subtractAmount(held, nominal)),
    ),
    lendable: known(held =>
      queue.cohort === undefined
        ? 0
        : Math.max(0, subtractAmount(nominal, Math.max(held, kept))),
    ),
    lent: undefined,
    available,
    potentiallyAvailable: standing?.potentiallyAvailable,
    overAdmitted:
      available === undefined ? undefined : Math.max(0, 0 - available),
    unknown:
      standing?.unknown ??
      (reserved === undefined || used === undefined
        ? `The status of "${queue.name}" does not say what is held.`
        : undefined),
  };
}

function totalOf(
  usage: readonly FlavorUsage[] | undefined,
  of: FlavorResource,
): number | undefined {
  return usage?.find(
    ({ flavor, resource }) => flavor === of.flavor && resource === of.resource,
  )?.total;
}

/** What is borrowed in the tree comes from here as far as it cannot come from elsewhere. */
function lentBy(
  row: QuotaRow,
  group: readonly QuotaRow[],
  tree: QuotaTree,
): QuotaRow['lent'] {
  const borrowed = sumOf(group, ({ borrowed: amount }) => amount);
  const lendable = sumOf(group, ({ lendable: amount }) => amount);
  const ofCohorts = tree.cohortQuotaAround(row.clusterQueue, row);
  if (
    borrowed === undefined ||
    lendable === undefined ||
    row.lendable === undefined ||
    ofCohorts === undefined
  ) {
    return undefined;
  }
  const elsewhere = ofCohorts + subtractAmount(lendable, row.lendable);
  const atMost = Math.min(row.lendable, borrowed);
  return {
    atLeast: Math.min(atMost, Math.max(0, borrowed - elsewhere)),
    atMost,
  };
}

function sumOf(
  rows: readonly QuotaRow[],
  amount: (row: QuotaRow) => number | undefined,
): number | undefined {
  return rows.reduce<number | undefined>((sum, row) => {
    const next = amount(row);
    return sum === undefined || next === undefined ? undefined : sum + next;
  }, 0);
}
