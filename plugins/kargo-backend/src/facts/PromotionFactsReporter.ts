import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PlatformFactsService } from '@fairway/plugin-platform-scorecard-node';
import {
  finalStages,
  isFinished,
  type PromotionRow,
} from '@fairway/plugin-kargo-common';
import type { ControlPlane } from '../services/ControlPlane';
import type { ControlPlanes } from '../services/ControlPlanes';
import type { PromotionReader } from '../services/PromotionReader';
import { ProjectOwners } from './ProjectOwners';
import { promotionFacts } from './promotionFacts';

/**
 * Tells the scorecard about finished promotions. Each pass looks at everything that the control planes still have:
 * facts are idempotent, so a pass that was missed or failed loses nothing.
 */
export class PromotionFactsReporter {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #controlPlanes: ControlPlanes;
  readonly #facts: PlatformFactsService;
  readonly #logger: LoggerService;
  readonly #promotionReader: PromotionReader;
  /** Reported already by this process; spares the store, is not needed for correctness. */
  readonly #reported = new Set<string>();

  constructor(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly controlPlanes: ControlPlanes;
    readonly facts: PlatformFactsService;
    readonly logger: LoggerService;
    readonly promotionReader: PromotionReader;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
    this.#controlPlanes = options.controlPlanes;
    this.#facts = options.facts;
    this.#logger = options.logger;
    this.#promotionReader = options.promotionReader;
  }

  /** One pass over all control planes. */
  async report(): Promise<void> {
    const { controlPlanes } = await this.#controlPlanes.discover();
    const unreported = controlPlanes.map(controlPlane => ({
      controlPlane,
      promotions: [
        ...controlPlane.observations.promotions.snapshot().items.values(),
      ].filter(
        promotion =>
          isFinished(promotion.phase) && !this.#reported.has(promotion.uid),
      ),
    }));
    if (unreported.every(({ promotions }) => promotions.length === 0)) return;

    const owners = await ProjectOwners.read({
      auth: this.#auth,
      catalog: this.#catalog,
    });
    for (const { controlPlane, promotions } of unreported) {
      for (const promotion of promotions) {
        await this.#reportOne(controlPlane, promotion, owners);
      }
    }
  }

  async #reportOne(
    controlPlane: ControlPlane,
    row: PromotionRow,
    owners: ProjectOwners,
  ): Promise<void> {
    // Without an owner it is tried again: the component may be registered later.
    const owner = owners.of(controlPlane.name, row.project);
    if (!owner) return;
    const stages = controlPlane.stagesOf(row.project);
    // Which stages are final is not known before the stages are.
    if (!stages.some(stage => stage.name === row.stage)) return;
    const promotion = await this.#promotionReader.read({
      controlPlane: controlPlane.name,
      project: row.project,
      name: row.name,
    });
    this.#facts.publish(
      promotionFacts({
        controlPlane: controlPlane.name,
        promotion,
        owner,
        finalStages: new Set(finalStages(stages).map(stage => stage.name)),
      }),
    );
    this.#reported.add(promotion.uid);
    this.#logger.debug(`Reported promotion ${promotion.name}`);
  }
}
