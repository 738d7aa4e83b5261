import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseInput, readEntityRefPath } from '@fairway/backend-requests';
import {
  actBodySchema,
  actionPreflightBodySchema,
  actionPreflightSchema,
  actResponseSchema,
  availableActionsSchema,
} from '@fairway/plugin-kargo-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v4';
import { audited } from '../audit/audited';
import { ACTION_REQUIREMENTS } from './actionRequirements';
import type { EntityTargets } from './EntityTargets';
import type { ExecutionService } from './ExecutionService';
import { readKargoToken } from './kargoApi/readKargoToken';
import { requireEntityRights } from './requireEntityRights';

const ENTITY = '/entities/:kind/:namespace/:name';
const controlPlaneSchema = z.object({
  controlPlane: z.string().min(1).max(253),
});
const namedSchema = z.object({ order: z.object({ action: z.string() }) });

/** HTTP API of what the portal does on control planes. Every write is audited, also one that is refused. */
export function createActionRouter(options: {
  readonly auditor: AuditorService;
  readonly execution: ExecutionService;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly targets: EntityTargets;
}): express.Router {
  const { auditor, execution, httpAuth, permissions, targets } = options;
  const router = Router();
  router.use(express.json({ limit: '32kb' }));

  const callerOf = async (request: express.Request) => ({
    credentials: await httpAuth.credentials(request),
    kargoToken: readKargoToken(request),
  });

  router.get(`${ENTITY}/actions/:controlPlane`, async (request, response) => {
    const caller = await callerOf(request);
    const entityRef = readEntityRefPath(request.params);
    await requireEntityRights(entityRef, { permissions, ...caller });
    const { controlPlane } = parseInput(controlPlaneSchema, request.params);
    const answer = await targets.available(entityRef, controlPlane, caller);
    response.json(availableActionsSchema.parse(answer));
  });

  router.post(`${ENTITY}/actions/preflight`, async (request, response) => {
    const caller = await callerOf(request);
    const entityRef = readEntityRefPath(request.params);
    await requireEntityRights(entityRef, { permissions, ...caller });
    const { order } = parseInput(actionPreflightBodySchema, request.body);
    const answer = await targets.check(entityRef, order, caller);
    response.json(actionPreflightSchema.parse(answer));
  });

  router.post(`${ENTITY}/actions`, async (request, response) => {
    const named = namedSchema.safeParse(request.body);
    const action = named.success ? named.data.order.action : 'unknown';
    const answer = await audited(
      auditor,
      { eventId: 'portal-action', request, meta: { action } },
      async () => {
        const caller = await callerOf(request);
        const entityRef = readEntityRefPath(request.params);
        await requireEntityRights(entityRef, { permissions, ...caller });
        const wanted = parseInput(actBodySchema, request.body);
        await requireEntityRights(
          entityRef,
          { permissions, ...caller },
          ACTION_REQUIREMENTS[wanted.order.action],
        );
        return {
          answer: await execution.act(entityRef, wanted, caller),
          meta: { params: { ...request.params }, order: { ...wanted.order } },
        };
      },
    );
    response.json(actResponseSchema.parse(answer));
  });

  return router;
}
