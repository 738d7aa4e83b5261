import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_KARGO_PROJECT,
  kargoScopeOf,
} from '@fairway/plugin-kargo-common';
import type { ProjectOwner } from './promotionFacts';

const EVERY_CONTROL_PLANE = '*';

/** The components that Kargo projects belong to, as the catalog has it now. */
export class ProjectOwners {
  static async read(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
  }): Promise<ProjectOwners> {
    const credentials = await options.auth.getOwnServiceCredentials();
    const owners = new Map<string, ProjectOwner>();
    const stream = options.catalog.streamEntities(
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
        for (const controlPlane of scope.controlPlanes ?? [
          EVERY_CONTROL_PLANE,
        ]) {
          owners.set(`${controlPlane}/${scope.project}`, {
            entityRef: stringifyEntityRef(entity),
            team: entity.relations?.find(({ type }) => type === 'ownedBy')
              ?.targetRef,
            riskClass: scope.riskClass,
          });
        }
      }
    }
    return new ProjectOwners(owners);
  }

  readonly #owners: ReadonlyMap<string, ProjectOwner>;

  private constructor(owners: ReadonlyMap<string, ProjectOwner>) {
    this.#owners = owners;
  }

  of(controlPlane: string, project: string): ProjectOwner | undefined {
    return (
      this.#owners.get(`${controlPlane}/${project}`) ??
      this.#owners.get(`${EVERY_CONTROL_PLANE}/${project}`)
    );
  }
}
