import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { LedgerEntry } from '@fairway/plugin-kargo-common';
import type { LedgerStore } from '../ledger';
import type { ApprovalNews } from './approvalNews';
import { approvalEntry } from './approvalEntry';
import { approvalNotification } from './approvalNotification';

/**
 * Tells what happens to requests: the ledger keeps it, and those hear of it who can act or have waited. What fails is
 * logged and holds nothing up.
 */
export function tellApprovals(options: {
  readonly ledger: Pick<LedgerStore, 'append'>;
  readonly notifications: NotificationService;
  readonly logger: LoggerService;
}): (news: ApprovalNews) => Promise<void> {
  const { ledger, notifications, logger } = options;
  const attempt = async (what: string, act: () => Promise<unknown>) => {
    try {
      await act();
    } catch (error) {
      logger.warn(`${what} failed`, toError(error));
    }
  };
  return async news => {
    const entry: LedgerEntry | undefined = approvalEntry(news);
    if (entry) {
      await attempt('Writing an approval to the history', () =>
        ledger.append([entry], new Date()),
      );
    }
    const notification = approvalNotification(news);
    if (notification) {
      await attempt('Notifying of an approval', () =>
        notifications.send(notification),
      );
    }
  };
}
