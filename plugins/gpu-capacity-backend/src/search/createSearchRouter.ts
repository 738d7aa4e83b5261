import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { requirePermission } from '@fairway/backend-requests';
import { gpuSearchPageSchema } from '@fairway/plugin-gpu-capacity-common';
import type express from 'express';
import Router from 'express-promise-router';
import { READ } from '../requirements';
import type { SearchDocuments } from './SearchDocuments';

/** HTTP API for the search plugin. */
export function createSearchRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly searchDocuments: Pick<SearchDocuments, 'list'>;
}): express.Router {
  const { httpAuth, permissions, searchDocuments } = options;
  const router = Router();

  // Whoever fills the index reads more than any one person may, so that no person may.
  router.get('/search-documents', async (request, response) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['service'],
    });
    await requirePermission(READ, { permissions, credentials });
    const documents = await searchDocuments.list({ credentials });
    response.json(gpuSearchPageSchema.parse({ documents }));
  });

  return router;
}
