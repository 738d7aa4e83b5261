import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  findingId,
  type CapacityFinding,
  type FindFindings,
} from './CapacityFinding';
import { findingNotification } from './findingNotification';
import type { EpisodeStore } from './EpisodeStore';

/** What was not seen for so long has ended; a restart or a cluster that is away for less ends nothing. */
const PAUSE_MS = 3_600_000;

/** Tells of what lasts, once for each time that it begins. */
export class CapacityNotifier {
  readonly #find: readonly FindFindings[];
  readonly #logger: LoggerService;
  readonly #notifications: NotificationService;
  readonly #store: EpisodeStore;

  constructor(options: {
    readonly find: readonly FindFindings[];
    readonly logger: LoggerService;
    readonly notifications: NotificationService;
    readonly store: EpisodeStore;
  }) {
    this.#find = options.find;
    this.#logger = options.logger;
    this.#notifications = options.notifications;
    this.#store = options.store;
  }

  /**
   * What cannot be told now is tried again the next time; the page says it too.
   *
   * @param at - in milliseconds since 1970
   */
  async tell(at: number): Promise<void> {
    try {
      const findings = await this.#findings();
      const since = await this.#store.see([...findings.keys()], at, {
        pauseMs: PAUSE_MS,
      });
      for (const [id, finding] of findings) {
        if (at - (since.get(id) ?? at) < finding.afterMs) continue;
        await this.#tellOf(id, finding, at);
      }
    } catch (error) {
      this.#logger.warn(
        'Nobody could be told about GPU capacity',
        toError(error),
      );
    }
  }

  /** One source that fails keeps no other from being told. */
  async #findings(): Promise<ReadonlyMap<string, CapacityFinding>> {
    const answers = await Promise.allSettled(this.#find.map(find => find()));
    const findings = new Map<string, CapacityFinding>();
    for (const answer of answers) {
      if (answer.status === 'rejected') {
        this.#logger.warn(
          'Findings about GPU capacity could not be read',
          toError(answer.reason),
        );
        continue;
      }
      for (const finding of answer.value) {
        if (finding.recipients.length > 0) {
          findings.set(findingId(finding), finding);
        }
      }
    }
    return findings;
  }

  async #tellOf(
    id: string,
    finding: CapacityFinding,
    at: number,
  ): Promise<void> {
    if (!(await this.#store.claim(id, at))) return;
    try {
      await this.#notifications.send(findingNotification(id, finding));
    } catch (error) {
      await this.#store.release(id);
      throw error;
    }
    await this.#store.note(id, at);
  }
}
