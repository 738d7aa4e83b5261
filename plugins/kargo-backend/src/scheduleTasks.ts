import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { ApprovalService } from './approvals';
import type { LedgerFactsReporter } from './facts/LedgerFactsReporter';
import type { LedgerStore } from './ledger';

/** Without news, facts are looked for once in so many passes: every minute. */
const IDLE_PASSES = 12;

/** What the plugin does now and then. */
export async function scheduleTasks(options: {
  readonly scheduler: SchedulerService;
  readonly approvals: Pick<ApprovalService, 'expire'>;
  readonly ledger: LedgerStore;
  /** Tells of promotions that take too long. */
  readonly lookForStuck: () => Promise<void>;
  /** Sees what steps say before Kargo forgets it. */
  readonly lookAtRunning: () => Promise<void>;
  /** Tells of freezes that begin soon. */
  readonly announceFreezes: () => Promise<void>;
  /** What happened before is not kept. */
  readonly keptSince: () => Date;
  readonly reporters: readonly LedgerFactsReporter[];
  /** Whether the ledger has grown since it was asked. */
  readonly hasGrown: () => boolean;
}): Promise<void> {
  const { scheduler, approvals, ledger, keptSince, reporters, hasGrown } =
    options;
  let passes = 0;
  await scheduler.scheduleTask({
    id: 'report-promotion-facts',
    // Every replica has its own view of the clusters; what two of them report is the same.
    scope: 'local',
    frequency: { seconds: 5 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 1 },
    fn: async () => {
      passes += 1;
      // Components are registered without the ledger growing.
      if (!hasGrown() && passes % IDLE_PASSES !== 0) return;
      for (const reporter of reporters) await reporter.report();
    },
  });
  await scheduler.scheduleTask({
    id: 'expire-approvals',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 30 },
    timeout: { minutes: 1 },
    fn: async () => {
      await approvals.expire();
    },
  });
  await scheduler.scheduleTask({
    id: 'look-for-stuck-promotions',
    frequency: { minutes: 1 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 1 },
    fn: options.lookForStuck,
  });
  await scheduler.scheduleTask({
    id: 'look-at-running-promotions',
    // What is seen is kept in memory.
    scope: 'local',
    frequency: { seconds: 20 },
    initialDelay: { seconds: 20 },
    timeout: { minutes: 1 },
    fn: options.lookAtRunning,
  });
  await scheduler.scheduleTask({
    id: 'announce-freezes',
    frequency: { minutes: 5 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 4 },
    fn: options.announceFreezes,
  });
  await scheduler.scheduleTask({
    id: 'delete-old-history',
    frequency: { hours: 24 },
    initialDelay: { minutes: 10 },
    timeout: { hours: 1 },
    fn: async () => {
      await ledger.deleteBefore(keptSince());
    },
  });
}
