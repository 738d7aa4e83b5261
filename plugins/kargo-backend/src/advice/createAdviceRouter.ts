import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  parseInput,
  readEntityRefPath,
  requirePermission,
} from '@fairway/backend-requests';
import {
  adviceAnswerSchema,
  advisorStatusSchema,
  askAdviceBodySchema,
  judgeAdviceBodySchema,
  judgedAdviceSchema,
} from '@fairway/plugin-kargo-common';
import express, { type Request, type Response, type Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { z } from 'zod/v4';
import { audited } from '../audit/audited';
import { READ } from '../requirements';
import type { AdviceService } from './AdviceService';
import type { DiagnosisOf } from './DiagnosisOf';

const MAX_BODY = '16kb';

const paramsSchema = z.object({ id: z.uuid() });

/**
 * `GET /advisor`, `POST /entities/:kind/:namespace/:name/advice` and `POST /advice/:id/verdict`, for people: what is
 * asked costs money, and who asked and judged is recorded.
 */
export function createAdviceRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly auditor: AuditorService;
  readonly catalog: CatalogService;
  readonly advice: AdviceService;
  readonly diagnosisOf: DiagnosisOf;
}): Router {
  const { httpAuth, permissions, auditor, catalog, advice, diagnosisOf } =
    options;
  const router = PromiseRouter();
  const json = express.json({ limit: MAX_BODY });

  const authorize = async (request: Request) => {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user'],
    });
    await requirePermission(READ, { permissions, credentials });
    return { credentials, person: credentials.principal.userEntityRef };
  };

  router.get('/advisor', async (request, response) => {
    await authorize(request);
    response.json(advisorStatusSchema.parse(advice.advisor));
  });

  router.post(
    '/entities/:kind/:namespace/:name/advice',
    json,
    async (request, response) => {
      const signal = signalOf(response);
      const answer = await audited(
        auditor,
        { eventId: 'advice-ask', request },
        async () => {
          const { credentials, person } = await authorize(request);
          const entityRef = readEntityRefPath(request.params);
          const { subject } = parseInput(askAdviceBodySchema, request.body);
          const failures = await diagnosisOf(entityRef, subject, {
            credentials,
          });
          const given = await advice.ask({
            entityRef,
            subject,
            failures,
            askedBy: person,
            signal,
          });
          const adviceId = given.status === 'advice' ? given.id : undefined;
          return {
            answer: given,
            meta: { entityRef, subject, status: given.status, adviceId },
          };
        },
      );
      response.json(adviceAnswerSchema.parse(answer));
    },
  );

  router.post('/advice/:id/verdict', json, async (request, response) => {
    const judged = await audited(
      auditor,
      { eventId: 'advice-judge', request },
      async () => {
        const { credentials, person } = await authorize(request);
        const { id } = parseInput(paramsSchema, request.params);
        const { verdict } = parseInput(judgeAdviceBodySchema, request.body);
        const { entityRef } = await advice.get(id);
        const entity = await catalog.getEntityByRef(entityRef, { credentials });
        if (!entity) throw new NotFoundError(`There is no advice ${id}.`);
        const answer = await advice.judge({ id, verdict, by: person });
        return { answer, meta: { adviceId: id, verdict } };
      },
    );
    response.json(judgedAdviceSchema.parse(judged));
  });

  return router;
}

/** Aborted where the reader goes away before the answer is sent. */
function signalOf(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
