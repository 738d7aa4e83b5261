import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseInput, requirePermission } from '@fairway/backend-requests';
import { kargoSearchPageSchema } from '@fairway/plugin-kargo-common';
import type express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v4';
import { READ } from '../requirements';
import type { SearchDocuments } from './SearchDocuments';

const querySchema = z.object({ cursor: z.string().max(300).optional() });

/** HTTP API for the search plugin. */
export function createSearchRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly searchDocuments: SearchDocuments;
}): express.Router {
  const { httpAuth, permissions, searchDocuments } = options;
  const router = Router();

  // Whoever fills the index reads more than any one person may, so that no person may.
  router.get('/search-documents', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['service'],
    });
    await requirePermission(READ, { permissions, credentials });
    const { cursor } = parseInput(querySchema, request.query);
    const page = await searchDocuments.page(cursor, { credentials });
    response.json(kargoSearchPageSchema.parse(page));
  });

  return router;
}
