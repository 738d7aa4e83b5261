import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { kargoScopeOf } from '@fairway/plugin-kargo-common';
import type { ControlPlane } from './ControlPlane';
import type { ControlPlanes } from './ControlPlanes';
import { stageNamesOf } from './stageNamesOf';

const FIRST_ANSWER_TIMEOUT_MS = 5_000;

/** The part of a project that belongs to an entity. */
export interface EntityProject {
  readonly controlPlane: ControlPlane;
  readonly project: string;
  /** Absent: all stages of the project. */
  readonly stageNames: readonly string[] | undefined;
  /** Value of the annotation `kargo/risk-class`. */
  readonly riskClass: string | undefined;
  readonly ownerRef: string | undefined;
}

/** What belongs to an entity, or why nothing does. */
export type EntityScope =
  | {
      readonly status: 'nothing';
      readonly headline: string;
      /** What to do. */
      readonly notice: string;
    }
  | {
      readonly status: 'projects';
      readonly entity: Entity;
      readonly project: string;
      readonly riskClass: string | undefined;
      readonly projects: readonly EntityProject[];
      /** Control planes that could not be read, and names that mean nothing. */
      readonly notices: readonly string[];
    };

/** Joins the catalog, with the rights of the caller, with the projects on the control planes. */
export class EntityProjects {
  readonly #catalog: CatalogService;
  readonly #controlPlanes: ControlPlanes;

  constructor(options: {
    readonly catalog: CatalogService;
    readonly controlPlanes: ControlPlanes;
  }) {
    this.#catalog = options.catalog;
    this.#controlPlanes = options.controlPlanes;
  }

  /** @throws `NotFoundError` where the caller can see no such entity */
  async find(
    entityRef: string,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<EntityScope> {
    const entity = await this.#catalog.getEntityByRef(entityRef, options);
    if (!entity) throw new NotFoundError(`No entity ${entityRef}`);
    const scope = kargoScopeOf(entity);
    switch (scope.status) {
      case 'none':
        return {
          status: 'nothing',
          headline: 'This entity has no Kargo project.',
          notice:
            'Set the annotation kargo/project to the name of its Kargo project.',
        };
      case 'invalid':
        return {
          status: 'nothing',
          headline: 'The Kargo project of this entity cannot be read.',
          notice: scope.reason,
        };
      default: {
        const { riskClass, warehouse } = scope;
        const { controlPlanes, notices } = await this.#controlPlanesOf(scope);
        const own = controlPlanes.map(controlPlane =>
          warehouse ? controlPlane.ofWarehouse(warehouse) : controlPlane,
        );
        return {
          status: 'projects',
          entity,
          project: scope.project,
          riskClass,
          notices: [...notices, ...unusedWarehouse(scope, controlPlanes)],
          projects: own.map(controlPlane => ({
            controlPlane,
            project: scope.project,
            stageNames: stageNamesOf(scope, controlPlane),
            riskClass,
            ownerRef: ownerOf(entity),
          })),
        };
      }
    }
  }

  /**
   * One project of an entity.
   *
   * @throws `NotFoundError` where the entity has none on that control plane
   */
  async findOne(
    entityRef: string,
    controlPlane: string,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<EntityProject> {
    const scope = await this.find(entityRef, options);
    const found =
      scope.status === 'projects'
        ? scope.projects.find(item => item.controlPlane.name === controlPlane)
        : undefined;
    if (!found) {
      throw new NotFoundError(
        `${entityRef} has no Kargo project on ${controlPlane}`,
      );
    }
    return found;
  }

  async #controlPlanesOf(scope: {
    readonly project: string;
    readonly controlPlanes: readonly string[] | undefined;
  }): Promise<{
    readonly controlPlanes: readonly ControlPlane[];
    readonly notices: readonly string[];
  }> {
    const { controlPlanes, unreadable } = await this.#controlPlanes.discover();
    const named = scope.controlPlanes;
    const isWanted = ({ name }: { readonly name: string }) =>
      named?.includes(name) ?? true;
    const wanted = controlPlanes.filter(isWanted);
    await Promise.all(
      wanted.map(item => item.settled(FIRST_ANSWER_TIMEOUT_MS)),
    );
    const isKnown = (name: string) =>
      [...controlPlanes, ...unreadable].some(item => item.name === name);
    return {
      // One that is read and does not have the project has nothing to do with it, unless the entity names it.
      controlPlanes: wanted.filter(
        item => named !== undefined || mayHave(item, scope.project),
      ),
      notices: [
        ...unreadable
          .filter(isWanted)
          .map(({ name, reason }) => `${name} could not be read: ${reason}.`),
        ...(named ?? [])
          .filter(name => !isKnown(name))
          .map(
            name =>
              `The annotation kargo/instance names "${name}", which is no Kargo control plane that is known here.`,
          ),
      ],
    };
  }
}

/** A name that no stage knows shows nothing, so it is said. */
function unusedWarehouse(
  scope: { readonly project: string; readonly warehouse: string | undefined },
  controlPlanes: readonly ControlPlane[],
): string[] {
  const { project, warehouse } = scope;
  if (!warehouse) return [];
  const having = controlPlanes.filter(
    controlPlane => controlPlane.stagesOf(project).length > 0,
  );
  const isUsed = having.some(
    controlPlane =>
      controlPlane.ofWarehouse(warehouse).stagesOf(project).length > 0,
  );
  return having.length === 0 || isUsed
    ? []
    : [
        `The annotation kargo/warehouse names "${warehouse}", from which no stage of ${project} takes freight.`,
      ];
}

function ownerOf(entity: Entity): string | undefined {
  return entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
    ?.targetRef;
}

function mayHave(controlPlane: ControlPlane, project: string): boolean {
  const { stages } = controlPlane.observations;
  return (
    controlPlane.stagesOf(project).length > 0 ||
    controlPlane.freightOf(project).length > 0 ||
    stages.snapshot().state.status !== 'live'
  );
}
