import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { FACT_SOURCE, serviceCreatedFact } from '../domain/serviceCreatedFact';
import type { PlatformFactsService } from '@fairway/plugin-platform-scorecard-node';
import { setTimeout as delay } from 'node:timers/promises';

const CATALOG_TIMEOUT_MS = 60_000;
const POLL_MS = 500;

/**
 * Registers the component, waits until the catalog knows it and reports the new service as a fact. A location that is
 * registered already is taken over.
 */
export function createRegisterAction(options: {
  readonly catalog: CatalogService;
  readonly integrations: ScmIntegrations;
  readonly facts: PlatformFactsService;
}) {
  const { catalog, integrations, facts } = options;
  return createTemplateAction({
    id: 'golden-path:register',
    description:
      'Registers a component that a golden path created in the catalog and waits until it can be opened.',
    schema: {
      input: {
        repoContentsUrl: z =>
          z.string({ description: 'Root of the contents of the repository' }),
        catalogInfoPath: z =>
          z.string().default('catalog-info.yaml').describe('Path of the file'),
      },
      output: {
        entityRef: z => z.string({ description: 'The registered component' }),
        catalogInfoUrl: z => z.string({ description: 'What was registered' }),
      },
    },
    async handler(ctx) {
      const credentials = await ctx.getInitiatorCredentials();
      const target = integrations.resolveUrl({
        url: ctx.input.catalogInfoPath.replace(/^\/+/, ''),
        base: ctx.input.repoContentsUrl,
      });
      const location = { type: 'url', target };
      const preview = await catalog.addLocation(
        { ...location, dryRun: true },
        { credentials },
      );
      const component = preview.entities.find(
        entity => entity.kind === 'Component',
      );
      if (!component) {
        throw new InputError(`${target} contains no Component`);
      }
      const entityRef = stringifyEntityRef(component);
      if (preview.exists) {
        ctx.logger.info(`Adopting the registration of ${entityRef}`);
      } else {
        await catalog.addLocation(location, { credentials });
        ctx.logger.info(`Registered ${entityRef}`);
      }
      const entity = await untilKnown(() =>
        catalog.getEntityByRef(entityRef, { credentials }),
      );
      if (!entity) {
        throw new ServiceUnavailableError(
          `${entityRef} is registered but the catalog has not read it after ${
            CATALOG_TIMEOUT_MS / 1000
          } s; it appears when the catalog has caught up`,
        );
      }
      facts.publish([
        serviceCreatedFact({
          entity,
          templateRef: ctx.templateInfo?.entityRef,
          time: new Date(),
        }),
      ]);
      ctx.logger.debug(`Reported ${entityRef} as ${FACT_SOURCE}`);
      ctx.output('entityRef', entityRef);
      ctx.output('catalogInfoUrl', target);
    },
  });

  async function untilKnown(
    read: () => Promise<Entity | undefined>,
  ): Promise<Entity | undefined> {
    const deadline = Date.now() + CATALOG_TIMEOUT_MS;
    for (;;) {
      const entity = await read();
      if (entity || Date.now() > deadline) return entity;
      await delay(POLL_MS);
    }
  }
}
