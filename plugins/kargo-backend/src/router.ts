import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  readEntityRefPath,
  requirePermission,
} from '@fairway/backend-requests';
import { entityPromotionsSchema } from '@fairway/plugin-kargo-common';
import type express from 'express';
import Router from 'express-promise-router';
import type { KargoPromotionsService } from './services/KargoPromotionsService';
import { READ } from './requirements';

/** HTTP API of the plugin. */
export async function createRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly promotions: KargoPromotionsService;
}): Promise<express.Router> {
  const { httpAuth, permissions, promotions } = options;
  const router = Router();

  router.get(
    '/entities/:kind/:namespace/:name/promotions',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      await requirePermission(READ, { permissions, credentials });
      const answer = await promotions.getEntityPromotions(
        readEntityRefPath(request.params),
        { credentials },
      );
      response.json(entityPromotionsSchema.parse(answer));
    },
  );

  return router;
}
