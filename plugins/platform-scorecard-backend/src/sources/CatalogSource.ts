import type { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService as Catalog } from '@backstage/plugin-catalog-node';
import type { HumanDuration } from '@backstage/types';
import { entityRefSchema } from '@fairway/plugin-platform-scorecard-common';
import type { FactSource } from '@fairway/plugin-platform-scorecard-node';
import { parseCatalogCursor } from './catalogCursor';
import {
  CATALOG_SOURCE,
  catalogFacts,
  type CatalogService,
} from './catalogFacts';

const ANNOTATION_ORPHAN = 'backstage.io/orphan';
const ANNOTATION_SOURCE_TEMPLATE = 'backstage.io/source-template';
const ANNOTATION_PATH_NAME = 'golden-path/name';
const PAGE_SIZE = 500;

/** Services, read from the catalog with the plugin's own credentials: components of some types that are in use. */
export class CatalogSource implements FactSource {
  static create(options: {
    readonly catalog: Catalog;
    readonly auth: AuthService;
    readonly componentTypes: readonly string[];
    readonly interval?: HumanDuration;
    readonly now?: () => number;
  }): CatalogSource {
    return new CatalogSource(options);
  }

  readonly id = CATALOG_SOURCE;
  readonly interval: HumanDuration | undefined;
  readonly consequence =
    'services that came or went since then are not counted';
  readonly #catalog: Catalog;
  readonly #auth: AuthService;
  readonly #componentTypes: readonly string[];
  readonly #now: () => number;

  private constructor(options: Parameters<typeof CatalogSource.create>[0]) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#componentTypes = options.componentTypes;
    this.interval = options.interval;
    this.#now = options.now ?? Date.now;
  }

  async poll(text: string | undefined) {
    const cursor = parseCatalogCursor(text);
    const services = (await this.#readComponents())
      .filter(isInUse)
      .map(toService);
    const living = Object.values(cursor.services).filter(
      ({ retired }) => !retired,
    );
    if (services.length === 0 && living.length > 1) {
      throw new ServiceUnavailableError(
        `The catalog shows no service at all where there were ${living.length}; nothing is taken for retired`,
      );
    }
    const result = catalogFacts({ cursor, services, now: this.#now() });
    return { facts: result.facts, cursor: JSON.stringify(result.cursor) };
  }

  async #readComponents(): Promise<Entity[]> {
    const entities: Entity[] = [];
    let pageCursor: string | undefined;
    do {
      const page = await this.#catalog.queryEntities(
        pageCursor
          ? { cursor: pageCursor, limit: PAGE_SIZE }
          : {
              filter: {
                kind: 'component',
                'spec.type': [...this.#componentTypes],
              },
              fields: [
                'kind',
                'metadata.name',
                'metadata.namespace',
                'metadata.uid',
                'metadata.annotations',
                'spec.lifecycle',
                'relations',
              ],
              limit: PAGE_SIZE,
            },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      entities.push(...page.items);
      pageCursor = page.pageInfo.nextCursor;
    } while (pageCursor);
    return entities;
  }
}

function isInUse(entity: Entity): boolean {
  return (
    entity.metadata.annotations?.[ANNOTATION_ORPHAN] !== 'true' &&
    entity.spec?.lifecycle !== 'deprecated'
  );
}

function toService(entity: Entity): CatalogService {
  const ref = stringifyEntityRef(entity);
  return {
    ref,
    uid: entity.metadata.uid ?? ref,
    team: entityRef(
      entity.relations?.find(({ type }) => type === RELATION_OWNED_BY)
        ?.targetRef,
    ),
    path: pathOf(entity),
  };
}

/** An annotation that is no reference is no evidence of a path; it must not keep the service from being counted. */
function pathOf(entity: Entity): string | undefined {
  const { annotations } = entity.metadata;
  const text =
    annotations?.[ANNOTATION_SOURCE_TEMPLATE] ??
    annotations?.[ANNOTATION_PATH_NAME];
  if (!text) {
    return undefined;
  }
  try {
    return entityRef(
      stringifyEntityRef(
        parseEntityRef(text, {
          defaultKind: 'template',
          defaultNamespace: 'default',
        }),
      ),
    );
  } catch {
    return undefined;
  }
}

function entityRef(text: string | undefined): string | undefined {
  const parsed = entityRefSchema.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}
