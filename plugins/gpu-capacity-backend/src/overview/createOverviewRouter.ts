import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { requirePermission } from '@fairway/backend-requests';
import { overviewSchema } from '@fairway/plugin-gpu-capacity-common';
import type express from 'express';
import Router from 'express-promise-router';
import { READ } from '../requirements';
import type { OverviewService } from './OverviewService';

/** HTTP API of the overview. */
export function createOverviewRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly overview: Pick<OverviewService, 'getOverview'>;
}): express.Router {
  const { httpAuth, permissions, overview } = options;
  const router = Router();

  router.get('/overview', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await requirePermission(READ, { permissions, credentials });
    const answer = await overview.getOverview({ credentials });
    response.json(overviewSchema.parse(answer));
  });

  return router;
}
