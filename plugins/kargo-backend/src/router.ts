import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { entityPromotionsSchema } from '@fairway/plugin-kargo-common';
import type express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v4';
import type { KargoPromotionsService } from './services/KargoPromotionsService';
import { requireRead } from './permissionChecks';

const entitySchema = z.object({
  kind: z.string().regex(/^[a-zA-Z]{1,63}$/),
  namespace: z.string().regex(/^[a-zA-Z0-9-]{1,63}$/),
  name: z.string().regex(/^[a-zA-Z0-9_.-]{1,63}$/),
});

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
      await requireRead(permissions, credentials);
      const entity = entitySchema.safeParse(request.params);
      if (!entity.success) throw new InputError(z.prettifyError(entity.error));
      const answer = await promotions.getEntityPromotions(
        stringifyEntityRef(entity.data),
        { credentials },
      );
      response.json(entityPromotionsSchema.parse(answer));
    },
  );

  return router;
}
