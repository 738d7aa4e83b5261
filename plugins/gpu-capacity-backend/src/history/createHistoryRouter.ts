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
  historyRequestSchema,
  poolHistorySchema,
} from '@fairway/plugin-gpu-capacity-common';
import type express from 'express';
import Router from 'express-promise-router';
import { READ } from '../requirements';
import type { PoolHistoryService } from './PoolHistoryService';

/** HTTP API of the history. */
export function createHistoryRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly history: Pick<PoolHistoryService, 'getHistory'>;
}): express.Router {
  const { httpAuth, permissions, history } = options;
  const router = Router();

  router.get(
    '/entities/:kind/:namespace/:name/history',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      await requirePermission(READ, { permissions, credentials });
      const { range } = parseInput(historyRequestSchema, request.query);
      const answer = await history.getHistory(
        readEntityRefPath(request.params),
        range,
        { credentials },
      );
      response.json(poolHistorySchema.parse(answer));
    },
  );

  return router;
}
