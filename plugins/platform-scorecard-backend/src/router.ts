import type {
  AuditorService,
  AuthService,
  BackstageCredentials,
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
import { MAX_FACTS_PER_REQUEST } from './config';
import type { FactIngest } from './services/FactIngest';
import type { FactRateLimit } from './services/FactRateLimit';
import { READ, REPORT } from './requirements';
import type { ScorecardService } from './services/ScorecardService';

const STRUCTURED = 'application/cloudevents+json';
const BATCHED = 'application/cloudevents-batch+json';
const MAX_BODY = '8mb';

/** The HTTP API: `GET /scorecard`, `GET /facts` and `POST /facts`. */
export function createRouter(options: {
  readonly auth: AuthService;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly auditor: AuditorService;
  readonly scorecard: ScorecardService;
  readonly ingest: FactIngest;
  readonly rateLimit: FactRateLimit;
  readonly reservedSources: readonly string[];
}): Router {
  const { auditor, auth, scorecard, ingest, rateLimit } = options;
  const router = PromiseRouter();
  const authorize = async (
    request: Request,
    requirement: PermissionRequirement,
  ) => {
    const credentials = await options.httpAuth.credentials(request);
    const { permissions } = options;
    await requirePermission(requirement, { permissions, credentials });
    return credentials;
  };

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
        const credentials = await authorize(request, REPORT);
        const events = readEvents(request);
        const sender = senderOf(auth, credentials);
        const wait = await rateLimit.take(sender, Math.max(1, events.length));
        if (wait !== undefined) {
          await event.fail({
            error: new Error(`${sender} sends more facts than it may`),
          });
          response
            .status(429)
            .set('retry-after', String(wait))
            .json(tooMany(wait));
          return;
        }
        const report = await ingest.ingest(events, {
          reservedSources: options.reservedSources,
          mayNameActors: auth.isPrincipal(credentials, 'service'),
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

function senderOf(
  auth: AuthService,
  credentials: BackstageCredentials,
): string {
  if (auth.isPrincipal(credentials, 'user')) {
    return credentials.principal.userEntityRef;
  }
  return auth.isPrincipal(credentials, 'service')
    ? credentials.principal.subject
    : 'unknown';
}

/** In the form of all errors of a backend; `@backstage/errors` has no name for this one that becomes 429. */
function tooMany(wait: number) {
  return {
    error: {
      name: 'TooManyRequestsError',
      message: `More facts than a sender may send in a minute; try again in ${wait} s`,
    },
    response: { statusCode: 429 },
  };
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
  if (events.length > MAX_FACTS_PER_REQUEST) {
    throw new InputError(
      `Send at most ${MAX_FACTS_PER_REQUEST} facts in one request, not ${events.length}`,
    );
  }
  return events;
}
