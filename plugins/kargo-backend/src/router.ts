import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  parseInput,
  readEntityRefPath,
  requirePermission,
} from '@fairway/backend-requests';
import {
  freightComparisonSchema,
  promotionDetailSchema,
  stageDetailSchema,
  writeEntityPromotions,
} from '@fairway/plugin-kargo-common';
import type express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v4';
import { READ } from './requirements';
import type { KargoPromotionsService } from './services/KargoPromotionsService';

// Names of Kubernetes objects, and of clusters, which may have a path.
const name = z.string().min(1).max(253);
const partSchema = z.object({ controlPlane: name, part: name });
const explainQuerySchema = z.object({ freight: name.optional() });
const compareQuerySchema = z.object({
  from: z.string().max(600),
  to: z.string().max(600),
});

const ENTITY = '/entities/:kind/:namespace/:name';

/** HTTP API of the plugin. */
export async function createRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly promotions: KargoPromotionsService;
}): Promise<express.Router> {
  const { httpAuth, permissions, promotions } = options;
  const router = Router();

  const authorize = async (request: express.Request) => {
    const credentials = await httpAuth.credentials(request);
    await requirePermission(READ, { permissions, credentials });
    return { credentials, entityRef: readEntityRefPath(request.params) };
  };

  router.get(`${ENTITY}/promotions`, async (request, response) => {
    const { entityRef, ...caller } = await authorize(request);
    const answer = await promotions.getEntityPromotions(entityRef, caller);
    response.json(writeEntityPromotions(answer));
  });

  router.get(
    `${ENTITY}/promotions/:controlPlane/:part`,
    async (request, response) => {
      const { entityRef, ...caller } = await authorize(request);
      const { controlPlane, part } = parseInput(partSchema, request.params);
      const answer = await promotions.getPromotion(
        entityRef,
        { controlPlane, name: part },
        caller,
      );
      response.json(promotionDetailSchema.parse(answer));
    },
  );

  router.get(
    `${ENTITY}/stages/:controlPlane/:part`,
    async (request, response) => {
      const { entityRef, ...caller } = await authorize(request);
      const { controlPlane, part } = parseInput(partSchema, request.params);
      const query = parseInput(explainQuerySchema, request.query);
      const answer = await promotions.getStage(
        entityRef,
        { controlPlane, name: part, ...query },
        caller,
      );
      response.json(stageDetailSchema.parse(answer));
    },
  );

  router.get(`${ENTITY}/comparison`, async (request, response) => {
    const { entityRef, ...caller } = await authorize(request);
    const sides = parseInput(compareQuerySchema, request.query);
    const answer = await promotions.compareFreight(entityRef, sides, caller);
    response.json(freightComparisonSchema.parse(answer));
  });

  return router;
}
