import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  readEntityRefPath,
  requirePermission,
} from '@fairway/backend-requests';
import { gpuCapacitySchema } from '@fairway/plugin-gpu-capacity-common';
import type express from 'express';
import Router from 'express-promise-router';
import type { GpuCapacityService } from './services/GpuCapacityService';
import { READ } from './requirements';

/** HTTP API of the plugin. */
export async function createRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly capacity: GpuCapacityService;
}): Promise<express.Router> {
  const { httpAuth, permissions, capacity } = options;
  const router = Router();

  router.get(
    '/entities/:kind/:namespace/:name/capacity',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      await requirePermission(READ, { permissions, credentials });
      const answer = await capacity.getEntityCapacity(
        readEntityRefPath(request.params),
        { credentials },
      );
      response.json(gpuCapacitySchema.parse(answer));
    },
  );

  return router;
}
