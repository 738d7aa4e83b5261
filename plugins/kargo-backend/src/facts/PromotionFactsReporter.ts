import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { PlatformFactsService } from '@fairway/plugin-platform-scorecard-node';
import {
  ANNOTATION_KARGO_PROJECT,
  finalStages,
  isFinished,
  kargoScopeOf,
  type PromotionRow,
} from '@fairway/plugin-kargo-common';
import type { ControlPlane } from '../services/ControlPlane';
import type { ControlPlanes } from '../services/ControlPlanes';
import type { PromotionReader } from '../services/PromotionReader';
import { promotionFacts, type ProjectOwner } from './promotionFacts';

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

    const owners = await this.#readOwners();
    for (const { controlPlane, promotions } of unreported) {
      for (const promotion of promotions) {
        await this.#reportOne(controlPlane, promotion, owners);
      }
    }
  }

  async #reportOne(
    controlPlane: ControlPlane,
    row: PromotionRow,
    owners: ReadonlyMap<string, ProjectOwner>,
  ): Promise<void> {
    // Without an owner it is tried again: the component may be registered later.
    const owner =
      owners.get(`${controlPlane.name}/${row.project}`) ??
      owners.get(`*/${row.project}`);
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

  /** Owners by `controlPlane/project`, or `*\/project` where the entity means every control plane. */
  async #readOwners(): Promise<Map<string, ProjectOwner>> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const owners = new Map<string, ProjectOwner>();
    const stream = this.#catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_KARGO_PROJECT}`]:
            CATALOG_FILTER_EXISTS,
        },
      },
      { credentials },
    );
    for await (const page of stream) {
      for (const entity of page) {
        const scope = kargoScopeOf(entity);
        if (scope.status !== 'project') continue;
        for (const controlPlane of scope.controlPlanes ?? ['*']) {
          owners.set(`${controlPlane}/${scope.project}`, {
            entityRef: stringifyEntityRef(entity),
            team: entity.relations?.find(({ type }) => type === 'ownedBy')
              ?.targetRef,
            riskClass: scope.riskClass,
          });
        }
      }
    }
    return owners;
  }
}
