import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import {
  parseInput,
  requirePermission,
  type PermissionRequirement,
} from '@fairway/backend-requests';
import {
  factListQuerySchema,
  scorecardQuerySchema,
} from '@fairway/plugin-platform-scorecard-common';
import express, { type Request, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod/v4';
import type { FactIngest } from './services/FactIngest';
import { READ, REPORT } from './requirements';
import type { ScorecardService } from './services/ScorecardService';

const STRUCTURED = 'application/cloudevents+json';
const BATCHED = 'application/cloudevents-batch+json';
const MAX_EVENTS = 1_000;
const MAX_BODY = '8mb';

/** The HTTP API: `GET /scorecard`, `GET /facts` and `POST /facts`. */
export function createRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly auditor: AuditorService;
  readonly scorecard: ScorecardService;
  readonly ingest: FactIngest;
  readonly reservedSources: readonly string[];
}): Router {
  const { auditor, scorecard, ingest, reservedSources } = options;
  const router = PromiseRouter();
  const authorize = async (
    request: Request,
    requirement: PermissionRequirement,
  ) =>
    requirePermission(requirement, {
      permissions: options.permissions,
      credentials: await options.httpAuth.credentials(request),
    });

  router.get('/scorecard', async (request, response) => {
    await authorize(request, READ);
    const query = parseInput(scorecardQuerySchema, request.query);
    response.json(await scorecard.getScorecard(query));
  });

  router.get('/facts', async (request, response) => {
    await authorize(request, READ);
    const query = parseInput(factListQuerySchema, request.query);
    response.json(await scorecard.listFacts(query));
  });

  router.post(
    '/facts',
    express.json({ type: [STRUCTURED, BATCHED], limit: MAX_BODY }),
    async (request, response) => {
      const event = await auditor.createEvent({
        eventId: 'fact-create',
        severityLevel: 'medium',
        request,
      });
      try {
        await authorize(request, REPORT);
        const report = await ingest.ingest(readEvents(request), {
          reservedSources,
        });
        await event.success({
          meta: {
            received: report.received,
            accepted: report.accepted,
            rejected: report.rejected.length,
          },
        });
        response.json(report);
      } catch (error) {
        await event.fail({ error: toError(error) });
        throw error;
      }
    },
  );

  return router;
}

/** CloudEvents HTTP protocol binding 1.0, sections 3.2 (structured) and 3.3 (batched). */
function readEvents(request: Request): unknown[] {
  if (request.is(STRUCTURED)) {
    return [request.body];
  }
  if (!request.is(BATCHED)) {
    throw new InputError(`Send facts as ${STRUCTURED} or as ${BATCHED}`);
  }
  const events = parseInput(z.array(z.unknown()), request.body);
  if (events.length > MAX_EVENTS) {
    throw new InputError(
      `Send at most ${MAX_EVENTS} facts in one request, not ${events.length}`,
    );
  }
  return events;
}
