import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseInput, requirePermission } from '@fairway/backend-requests';
import {
  portfolioQuerySchema,
  portfolioSchema,
} from '@fairway/plugin-kargo-common';
import type express from 'express';
import Router from 'express-promise-router';
import { READ } from '../requirements';
import type { PortfolioService } from './PortfolioService';

/** HTTP API of the portfolio. */
export function createPortfolioRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly portfolio: PortfolioService;
}): express.Router {
  const { httpAuth, permissions, portfolio } = options;
  const router = Router();

  router.get('/portfolio', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await requirePermission(READ, { permissions, credentials });
    const query = parseInput(portfolioQuerySchema, request.query);
    const answer = await portfolio.getPortfolio(query, { credentials });
    response.json(portfolioSchema.parse(answer));
  });

  return router;
}
