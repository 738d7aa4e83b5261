import {
  createServiceFactory,
  type ServiceFactory,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { parse } from 'yaml';

const LOCATION_REF = 'location:default/generated';

/** A catalog that reads registered files, as the real one does, but at once. */
export class FileCatalog {
  readonly #registered = new Map<string, Entity>();
  readonly #reader: UrlReaderService;
  readonly #template: Entity;

  constructor(options: {
    readonly reader: UrlReaderService;
    readonly template: Entity;
  }) {
    this.#reader = options.reader;
    this.#template = options.template;
  }

  /** Entities by the file they come from. */
  get registered(): ReadonlyMap<string, Entity> {
    return this.#registered;
  }

  get factory(): ServiceFactory {
    const mock = catalogServiceMock.mock();
    mock.addLocation.mockImplementation(async ({ target, dryRun }) => {
      const response = await this.#reader.readUrl(target);
      const entity: Entity = parse((await response.buffer()).toString());
      const exists = this.#registered.has(target);
      if (!dryRun) this.#registered.set(target, entity);
      return {
        exists,
        location: { id: target, type: 'url', target, entityRef: LOCATION_REF },
        entities: [entity],
      };
    });
    mock.getEntityByRef.mockImplementation(async ref =>
      [this.#template, ...this.#registered.values()].find(
        entity =>
          stringifyEntityRef(entity) ===
          stringifyEntityRef(
            typeof ref === 'string' ? parseEntityRef(ref) : ref,
          ),
      ),
    );
    return createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () => mock,
    });
  }
}
