import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  kargoScopeOf,
  promotionHeadline,
  type EntityPromotions,
  type KargoScope,
} from '@fairway/plugin-kargo-common';
import { projectPromotions } from '../domain/projectPromotions';
import type { ControlPlane, ControlPlanes } from './ControlPlanes';
import type { KargoPromotionsService } from './KargoPromotionsService';

const FIRST_ANSWER_TIMEOUT_MS = 5_000;

/** Joins the catalog, with the caller's rights, with what the control planes say. */
export class DefaultKargoPromotionsService implements KargoPromotionsService {
  readonly #catalog: CatalogService;
  readonly #controlPlanes: ControlPlanes;

  constructor(options: {
    readonly catalog: CatalogService;
    readonly controlPlanes: ControlPlanes;
  }) {
    this.#catalog = options.catalog;
    this.#controlPlanes = options.controlPlanes;
  }

  async getEntityPromotions(
    entityRef: string,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<EntityPromotions> {
    const entity = await this.#catalog.getEntityByRef(entityRef, options);
    if (!entity) throw new NotFoundError(`No entity ${entityRef}`);
    const scope = kargoScopeOf(entity);
    switch (scope.status) {
      case 'none':
        return nothing(
          'This entity has no Kargo project.',
          'Set the annotation kargo/project to the name of its Kargo project.',
        );
      case 'invalid':
        return nothing(
          'The Kargo project of this entity cannot be read.',
          scope.reason,
        );
      default:
        return this.#promotionsOf(scope);
    }
  }

  async #promotionsOf(
    scope: Extract<KargoScope, { status: 'project' }>,
  ): Promise<EntityPromotions> {
    const { controlPlanes, unreadable } = await this.#controlPlanes.discover();
    const wanted = (name: string) =>
      scope.controlPlanes?.includes(name) ?? true;
    const read = await Promise.all(
      controlPlanes
        .filter(({ name }) => wanted(name))
        .map(async controlPlane =>
          projectPromotions({
            controlPlane: await snapshot(controlPlane),
            project: scope.project,
            stageNames: scope.stages,
          }),
        ),
    );
    // A control plane that is read and does not have the project has nothing to do with it, unless the entity names it.
    const projects = read.filter(
      project =>
        scope.controlPlanes !== undefined ||
        project.stages.items.length > 0 ||
        project.freight.items.length > 0 ||
        project.stages.freshness.status !== 'live',
    );
    const unknown = (scope.controlPlanes ?? []).filter(
      name =>
        !controlPlanes.some(controlPlane => controlPlane.name === name) &&
        !unreadable.some(controlPlane => controlPlane.name === name),
    );
    const notices = [
      ...unreadable
        .filter(({ name }) => wanted(name))
        .map(({ name, reason }) => `${name} could not be read: ${reason}.`),
      ...unknown.map(
        name =>
          `The annotation kargo/instance names "${name}", which is no Kargo control plane that is known here.`,
      ),
    ];
    if (projects.length === 0 && notices.length === 0) {
      return nothing(
        `No control plane has the project ${scope.project}.`,
        `Create the Kargo project ${scope.project}, or correct the annotation kargo/project.`,
      );
    }
    return {
      headline: promotionHeadline(projects),
      riskClass: scope.riskClass,
      notices,
      projects,
    };
  }
}

function nothing(headline: string, notice: string): EntityPromotions {
  return { headline, notices: [notice], projects: [] };
}

async function snapshot(controlPlane: ControlPlane) {
  const wait = { timeoutMs: FIRST_ANSWER_TIMEOUT_MS };
  const [stages, freight, promotions] = await Promise.all([
    controlPlane.stages.settled(wait),
    controlPlane.freight.settled(wait),
    controlPlane.promotions.settled(wait),
  ]);
  const { name, title } = controlPlane;
  return { name, title, stages, freight, promotions };
}
