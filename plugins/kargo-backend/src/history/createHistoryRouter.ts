import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  parseInput,
  readEntityRefPath,
  requirePermission,
} from '@fairway/backend-requests';
import {
  historyExportQuerySchema,
  historyPageSchema,
  historyQuerySchema,
} from '@fairway/plugin-kargo-common';
import type express from 'express';
import Router from 'express-promise-router';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { READ } from '../requirements';
import type { HistoryService } from './HistoryService';

const CONTENT_TYPES = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  jsonl: 'application/jsonl',
} as const;

const HISTORY = '/entities/:kind/:namespace/:name/history';

/** HTTP API of the history: pages, and the whole as a file. */
export function createHistoryRouter(options: {
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly history: HistoryService;
}): express.Router {
  const { auditor, httpAuth, permissions, history } = options;
  const router = Router();

  const authorize = async (request: express.Request) => {
    const credentials = await httpAuth.credentials(request);
    await requirePermission(READ, { permissions, credentials });
    return { credentials, entityRef: readEntityRefPath(request.params) };
  };

  router.get(HISTORY, async (request, response) => {
    const { entityRef, ...caller } = await authorize(request);
    const query = parseInput(historyQuerySchema, request.query);
    const page = await history.read(entityRef, query, caller);
    response.json(historyPageSchema.parse(page));
  });

  // Takes the history out of the portal, with the names of people in it.
  router.get(`${HISTORY}/export`, async (request, response) => {
    const event = await auditor.createEvent({
      eventId: 'history-export',
      severityLevel: 'medium',
      request,
    });
    try {
      const { entityRef, ...caller } = await authorize(request);
      const { format, ...filter } = parseInput(
        historyExportQuerySchema,
        request.query,
      );
      const parts = await history.export(entityRef, filter, format, caller);
      response.type(CONTENT_TYPES[format]).attachment(`promotions.${format}`);
      await pipeline(Readable.from(parts), response);
      await event.success({ meta: { entityRef, format } });
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
  });

  return router;
}
