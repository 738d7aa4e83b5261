import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { LedgerEntry } from '@fairway/plugin-kargo-common';
import { ProjectOwners } from '../facts/ProjectOwners';
import {
  promotionNotification,
  type PromotionNews,
} from './promotionNotification';

/** What failed before is history, not news: a backend that starts tells nobody of last week. */
const NEWS_MS = 60 * 60_000;

/** Tells the owners of an entity what they have to know about its promotions. */
export class PromotionNotifier {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #logger: LoggerService;
  readonly #notifications: NotificationService;

  constructor(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly logger: LoggerService;
    readonly notifications: NotificationService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#logger = options.logger;
    this.#notifications = options.notifications;
  }

  /** Entries that are new to the ledger, of which one replica hears. */
  async tellOfEntries(entries: readonly LedgerEntry[]): Promise<void> {
    const since = new Date(Date.now() - NEWS_MS).toISOString();
    await this.tell(
      entries.flatMap(entry =>
        entry.kind === 'promotion-finished' &&
        (entry.outcome === 'failed' || entry.outcome === 'errored') &&
        entry.at >= since
          ? {
              type: 'failed' as const,
              controlPlane: entry.controlPlane,
              project: entry.project,
              stage: entry.stage,
              promotion: entry.subject.name,
              version: entry.version,
              detail: entry.message,
            }
          : [],
      ),
    );
  }

  /** What cannot be told is logged: the page says it too. */
  async tell(news: readonly PromotionNews[]): Promise<void> {
    if (news.length === 0) return;
    try {
      const owners = await ProjectOwners.read({
        auth: this.#auth,
        catalog: this.#catalog,
      });
      for (const item of news) {
        const owner = owners.of(item.controlPlane, item.project);
        const notification = owner && promotionNotification(item, owner);
        if (notification) await this.#notifications.send(notification);
      }
    } catch (error) {
      this.#logger.warn('Owners could not be notified', toError(error));
    }
  }
}
