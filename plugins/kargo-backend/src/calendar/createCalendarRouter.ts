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
  calendarQuerySchema,
  calendarSchema,
} from '@fairway/plugin-kargo-common';
import type express from 'express';
import Router from 'express-promise-router';
import { READ } from '../requirements';
import type { CalendarService } from './CalendarService';

/** HTTP API of the freeze calendar. */
export function createCalendarRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly calendar: CalendarService;
}): express.Router {
  const { httpAuth, permissions, calendar } = options;
  const router = Router();

  const authorize = async (request: express.Request) => {
    const credentials = await httpAuth.credentials(request);
    await requirePermission(READ, { permissions, credentials });
    return { credentials };
  };

  router.get('/calendar', async (request, response) => {
    const caller = await authorize(request);
    const query = parseInput(calendarQuerySchema, request.query);
    const answer = await calendar.getCalendar(query, caller);
    response.json(calendarSchema.parse(answer));
  });

  router.get(
    '/entities/:kind/:namespace/:name/calendar',
    async (request, response) => {
      const caller = await authorize(request);
      const entityRef = readEntityRefPath(request.params);
      const query = parseInput(calendarQuerySchema, request.query);
      const answer = await calendar.getEntityCalendar(entityRef, query, caller);
      response.json(calendarSchema.parse(answer));
    },
  );

  return router;
}
