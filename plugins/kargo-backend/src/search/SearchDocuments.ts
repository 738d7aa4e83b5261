import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  searchDocumentsOf,
  type KargoSearchDocument,
  type KargoSearchPage,
} from '@fairway/plugin-kargo-common';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CallerEntities } from '../portfolio/CallerEntities';
import { ControlPlaneFinder } from '../portfolio/FoundControlPlanes';
import { placementOf, type PlacedProject } from '../portfolio/placement';
import type { ControlPlanes } from '../services/ControlPlanes';

/** A page is done once it has so many; the documents of one entity are never cut. */
const PAGE_DOCUMENTS = 1_000;

/** What the search finds: stages and freight of the entities that the caller may see. */
export class SearchDocuments {
  readonly #entities: CallerEntities;
  readonly #finder: ControlPlaneFinder;

  constructor(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
    readonly controlPlanes: ControlPlanes;
  }) {
    this.#entities = new CallerEntities(options);
    this.#finder = new ControlPlaneFinder(options);
  }

  /**
   * @param cursor - the last entity of the page before
   */
  async page(
    cursor: string | undefined,
    options: { readonly credentials: BackstageCredentials },
  ): Promise<KargoSearchPage> {
    const [entities, found] = await Promise.all([
      this.#entities.list(options.credentials),
      this.#finder.find(),
    ]);
    const rest = entities.filter(({ ref }) => !cursor || ref > cursor);
    const documents: KargoSearchDocument[] = [];
    for (const [index, entity] of rest.entries()) {
      documents.push(
        ...placementOf(entity, found).projects.flatMap(documentsOf),
      );
      const isLast = index === rest.length - 1;
      if (documents.length >= PAGE_DOCUMENTS && !isLast) {
        return { documents, nextCursor: entity.ref };
      }
      await nextTurn();
    }
    return { documents };
  }
}

function documentsOf(placed: PlacedProject): KargoSearchDocument[] {
  const { entity, controlPlane, project, stageNames } = placed;
  const { name, title } = controlPlane;
  return searchDocumentsOf({
    entity,
    controlPlane: { name, title },
    project,
    stages: controlPlane
      .stagesOf(project)
      .filter(stage => stageNames?.includes(stage.name) ?? true),
    freight: controlPlane.freightOf(project),
  });
}
