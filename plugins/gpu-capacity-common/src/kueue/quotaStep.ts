import type { ClusterQueue } from './clusterQueue';
import { quotaAmountText } from './quotaAmountText';
import { subtractAmount } from './quotaAmount';
import type { QuotaStanding, QuotaTree } from './QuotaTree';
import type { FlavorResource } from './resourceGroup';

/** @public */
export type QuotaStepMode =
  | 'within-nominal'
  | 'borrowing'
  | 'preemption'
  | 'waits'
  | 'never'
  | 'unknown';

/**
 * A resource asked for in a flavor, with the numbers that decide. Amounts as in `FlavorQuota`; `undefined` is unknown.
 *
 * @public
 */
export interface QuotaStep extends FlavorResource {
  readonly mode: QuotaStepMode;
  readonly requested: number;
  /** What pod sets before this one would take. */
  readonly assumed: number;
  readonly nominal: number;
  readonly reserved: number | undefined;
  /** What may still be taken, by Kueue never less than nothing. */
  readonly available: number | undefined;
  readonly potentiallyAvailable: number | undefined;
  /** How much would be held beyond the own share. */
  readonly borrows: number | undefined;
  /** How much is short now. */
  readonly missing: number | undefined;
  /** How far up in the tree the quota is found, before anybody is evicted; 0 in the queue itself. */
  readonly height: number | undefined;
  /** Why it does not fit now. */
  readonly reason: string | undefined;
}

/**
 * Looks whether an amount fits into the quota.
 *
 * @see kubernetes-sigs/kueue pkg/scheduler/flavorassigner/flavorassigner.go, fitsResourceQuota
 */
export function resourceQuotaStep(
  queue: {
    readonly clusterQueue: ClusterQueue;
    readonly tree: QuotaTree;
    readonly fairSharing?: boolean;
  },
  wanted: FlavorResource & {
    readonly amount: number;
    readonly assumed: number;
  },
): QuotaStep {
  const { clusterQueue, tree } = queue;
  const { flavor, resource, amount, assumed } = wanted;
  const nominal =
    clusterQueue.quotas.find(
      quota => quota.flavor === flavor && quota.resource === resource,
    )?.nominal ?? 0;
  const standing = tree.ofClusterQueue(clusterQueue.name, wanted);
  const total = assumed + amount;
  const fits = tree.heightThatFits(clusterQueue.name, wanted, total);
  const available =
    standing?.available === undefined
      ? undefined
      : Math.max(0, standing.available);
  const decision = decide({ queue, standing, available, nominal, total, fits });
  return {
    flavor,
    resource,
    requested: amount,
    assumed,
    nominal,
    reserved: standing?.usage,
    available,
    potentiallyAvailable: standing?.potentiallyAvailable,
    borrows:
      standing?.usage === undefined
        ? undefined
        : Math.max(0, subtractAmount(standing.usage + total, nominal)),
    missing:
      available === undefined
        ? undefined
        : Math.max(0, subtractAmount(total, available)),
    height: fits?.height,
    mode: decision,
    reason: reasonOf(decision, { ...wanted, total, available, standing }),
  };
}

function decide(of: {
  readonly queue: Parameters<typeof resourceQuotaStep>[0];
  readonly standing: QuotaStanding | undefined;
  readonly available: number | undefined;
  readonly nominal: number;
  readonly total: number;
  readonly fits: ReturnType<QuotaTree['heightThatFits']>;
}): QuotaStepMode {
  const { standing, available, nominal, total, fits } = of;
  if (standing?.potentiallyAvailable === undefined) return 'unknown';
  if (total > standing.potentiallyAvailable) return 'never';
  if (available === undefined || !fits) return 'unknown';
  if (total <= available) {
    return fits.height === 0 ? 'within-nominal' : 'borrowing';
  }
  const mayTry =
    nominal >= total || fits.mayReclaim || mayPreemptWhileBorrowing(of.queue);
  return mayTry && mayEvict(of.queue.clusterQueue) ? 'preemption' : 'waits';
}

function mayPreemptWhileBorrowing(
  queue: Parameters<typeof resourceQuotaStep>[0],
): boolean {
  const { preemption } = queue.clusterQueue;
  return (
    preemption.borrowWithinCohort !== 'Never' ||
    (!!queue.fairSharing && preemption.reclaimWithinCohort !== 'Never')
  );
}

/** With these policies there cannot be anybody to evict. */
function mayEvict({ preemption, cohort }: ClusterQueue): boolean {
  return (
    preemption.withinClusterQueue !== 'Never' ||
    (cohort !== undefined && preemption.reclaimWithinCohort !== 'Never')
  );
}

function reasonOf(
  mode: QuotaStepMode,
  of: FlavorResource & {
    readonly total: number;
    readonly available: number | undefined;
    readonly standing: QuotaStanding | undefined;
  },
): string | undefined {
  const { flavor, resource, total, available, standing } = of;
  const text = (amount: number | undefined) =>
    quotaAmountText(resource, amount ?? 0);
  if (mode === 'unknown') {
    return standing?.unknown ?? 'The queue is not observed.';
  }
  if (mode === 'never') {
    return `${text(
      total,
    )} ${resource} of ${flavor} are asked for, and the queue can never have more than ${text(
      standing?.potentiallyAvailable,
    )}.`;
  }
  if (mode === 'preemption' || mode === 'waits') {
    return `${text(total)} ${resource} of ${flavor} are asked for, and ${text(
      available,
    )} may be taken now.`;
  }
  return undefined;
}
