import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  beginningFreezes,
  type BeginningFreeze,
} from '@fairway/plugin-kargo-common';
import { createHash } from 'node:crypto';
import { calendarStages } from '../calendar/calendarStages';
import type { StageControls } from '../controls/StageControls';
import { CallerEntities } from '../portfolio/CallerEntities';
import { placementOf } from '../portfolio/placement';
import type { ProjectEntity } from '../portfolio/ProjectEntity';
import type { ControlPlanes } from '../services/ControlPlanes';
import { freezeNotification } from './freezeNotification';
import type { FreezeNoticeStore } from './FreezeNoticeStore';
import type { FreezeNoticeConfig } from './readFreezeNoticeConfig';

/** What is over for so long is forgotten. */
const KEEP_MS = 180 * 86_400_000;

/** Tells the owners of entities of freezes before they begin, once of each. */
export class FreezeAnnouncer {
  readonly #auth: AuthService;
  readonly #config: FreezeNoticeConfig;
  readonly #controlPlanes: Pick<ControlPlanes, 'known'>;
  readonly #controls: StageControls;
  readonly #entities: CallerEntities;
  readonly #logger: LoggerService;
  readonly #notifications: NotificationService;
  readonly #store: FreezeNoticeStore;

  constructor(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly config: FreezeNoticeConfig;
    readonly controlPlanes: Pick<ControlPlanes, 'known'>;
    readonly controls: StageControls;
    readonly logger: LoggerService;
    readonly notifications: NotificationService;
    readonly store: FreezeNoticeStore;
  }) {
    this.#auth = options.auth;
    this.#config = options.config;
    this.#controlPlanes = options.controlPlanes;
    this.#controls = options.controls;
    this.#entities = new CallerEntities(options);
    this.#logger = options.logger;
    this.#notifications = options.notifications;
    this.#store = options.store;
  }

  /** What cannot be told now is tried again the next time; the page says it too. */
  async announce(at: Date): Promise<void> {
    try {
      const credentials = await this.#auth.getOwnServiceCredentials();
      for (const entity of await this.#entities.list(credentials)) {
        for (const freeze of this.#freezesOf(entity, at)) {
          await this.#tell(entity, freeze, at);
        }
      }
      await this.#store.deleteBefore(new Date(at.getTime() - KEEP_MS));
    } catch (error) {
      this.#logger.warn('Owners could not be told of freezes', toError(error));
    }
  }

  #freezesOf(entity: ProjectEntity, at: Date): BeginningFreeze[] {
    if (!entity.owner) return [];
    const { projects } = placementOf(entity, {
      controlPlanes: this.#controlPlanes.known(),
      unreadable: [],
    });
    const stages = calendarStages({
      projects,
      filter: {},
      controls: this.#controls,
      at,
    });
    return beginningFreezes({ stages, at, ...this.#config });
  }

  async #tell(
    entity: ProjectEntity,
    freeze: BeginningFreeze,
    at: Date,
  ): Promise<void> {
    const { ref: entityRef, owner } = entity;
    const id = createHash('sha256')
      .update(JSON.stringify([entityRef, freeze.rule.id, freeze.start]))
      .digest('hex');
    if (!owner || !(await this.#store.claim(id, at))) return;
    try {
      await this.#notifications.send(
        freezeNotification({ id, freeze, entityRef, owner }),
      );
    } catch (error) {
      await this.#store.release(id);
      throw error;
    }
    await this.#store.note(id, at);
  }
}
