import {
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { PlatformFactsService } from '@fairway/plugin-platform-scorecard-node';
import { setTimeout as delay } from 'node:timers/promises';
import { EffectLedger } from '../domain/EffectLedger';
import { serviceCreatedFact } from '../domain/serviceCreatedFact';
import { examples } from './createRegisterAction.examples';

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
  readonly catalogTimeoutMs?: number;
}) {
  const { catalog, integrations, facts } = options;
  const timeoutMs = options.catalogTimeoutMs ?? CATALOG_TIMEOUT_MS;
  return createTemplateAction({
    id: 'golden-path:register',
    description:
      'Registers a component that a golden path created in the catalog and waits until it can be opened.',
    examples,
    schema: {
      input: {
        repoContentsUrl: z =>
          z.string({ description: 'Root of the contents of the repository' }),
        catalogInfoPath: z =>
          z
            .string({
              description: 'Path of the file; catalog-info.yaml by default',
            })
            .optional(),
      },
      output: {
        entityRef: z => z.string({ description: 'The registered component' }),
        catalogInfoUrl: z => z.string({ description: 'What was registered' }),
      },
    },
    async handler(ctx) {
      const credentials = await ctx.getInitiatorCredentials();
      const catalogInfoPath = ctx.input.catalogInfoPath ?? 'catalog-info.yaml';
      const target = integrations.resolveUrl({
        url: catalogInfoPath.replace(/^\/+/, ''),
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
      const read = () => catalog.getEntityByRef(entityRef, { credentials });
      assertSameLocation(await read(), target);
      ctx.signal?.throwIfAborted();
      if (preview.exists) {
        ctx.logger.info(`Adopting the registration of ${entityRef}`);
      } else {
        await catalog.addLocation(location, { credentials });
        ctx.logger.info(`Registered ${entityRef}`);
      }
      await EffectLedger.of(ctx).record(`Component: ${entityRef}`);

      const entity = await untilKnown({ read, timeoutMs, signal: ctx.signal });
      if (!entity) {
        throw new ServiceUnavailableError(
          `${entityRef} is registered but the catalog has not read it after ${
            timeoutMs / 1000
          } s; it appears when the catalog has caught up`,
        );
      }
      assertSameLocation(entity, target);
      facts.publish([
        serviceCreatedFact({
          entity,
          templateRef: ctx.templateInfo?.entityRef,
          time: new Date(),
        }),
      ]);
      ctx.output('entityRef', entityRef);
      ctx.output('catalogInfoUrl', target);
    },
  });
}

/** The catalog keeps the first of two entities with one ref: the new one would be registered and never be seen. */
function assertSameLocation(entity: Entity | undefined, target: string) {
  const origin = entity?.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
  if (entity && origin !== undefined && origin !== `url:${target}`) {
    throw new ConflictError(
      `${stringifyEntityRef(
        entity,
      )} exists in the catalog and comes from ${origin}. Choose another name.`,
    );
  }
}

async function untilKnown(options: {
  readonly read: () => Promise<Entity | undefined>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}): Promise<Entity | undefined> {
  const { read, timeoutMs, signal } = options;
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    signal?.throwIfAborted();
    const entity = await read();
    if (entity || Date.now() >= deadline) return entity;
    await delay(POLL_MS, undefined, { signal });
  }
}
