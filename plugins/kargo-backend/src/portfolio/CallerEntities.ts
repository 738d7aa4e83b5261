import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ANNOTATION_KARGO_PROJECT } from '@fairway/plugin-kargo-common';
import { LRUCache } from 'lru-cache';
import {
  PROJECT_ENTITY_FIELDS,
  projectEntity,
  type ProjectEntity,
} from './ProjectEntity';
import { RefreshedValue } from './RefreshedValue';

const MAX_CALLERS = 200;
const PAGE = 500;
const FRESH_MS = 15_000;
/** How long somebody who may no longer see an entity may at most find it here. */
const KEEP_MS = 60_000;

/**
 * The entities with a Kargo project that a caller may see. What is remembered is remembered of the caller: nobody gets
 * the list of somebody else.
 */
export class CallerEntities {
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;
  readonly #lists = new LRUCache<
    string,
    RefreshedValue<readonly ProjectEntity[]>
  >({ max: MAX_CALLERS, ttl: KEEP_MS, updateAgeOnGet: true });

  constructor(options: {
    readonly auth: AuthService;
    readonly catalog: CatalogService;
  }) {
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /** By entity ref. */
  async list(
    credentials: BackstageCredentials,
  ): Promise<readonly ProjectEntity[]> {
    // Restrictions of a service are not part of its name, so that its list is not kept.
    if (!this.#auth.isPrincipal(credentials, 'user')) {
      return this.#read(credentials);
    }
    const { userEntityRef, actor } = credentials.principal;
    const key = JSON.stringify([userEntityRef, actor?.subject]);
    let list = this.#lists.get(key);
    if (!list) {
      list = new RefreshedValue({ freshMs: FRESH_MS, keepMs: KEEP_MS });
      this.#lists.set(key, list);
    }
    return list.get(() => this.#read(credentials));
  }

  async #read(
    credentials: BackstageCredentials,
  ): Promise<readonly ProjectEntity[]> {
    const pages = this.#catalog.streamEntities(
      {
        filter: {
          [`metadata.annotations.${ANNOTATION_KARGO_PROJECT}`]:
            CATALOG_FILTER_EXISTS,
        },
        fields: PROJECT_ENTITY_FIELDS,
        pageSize: PAGE,
      },
      { credentials },
    );
    const entities: ProjectEntity[] = [];
    for await (const page of pages) {
      entities.push(...page.flatMap(entity => projectEntity(entity) ?? []));
    }
    return entities.sort((a, b) => (a.ref < b.ref ? -1 : 1));
  }
}
