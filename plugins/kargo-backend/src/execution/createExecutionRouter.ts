import type {
  AuditorService,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  parseInput,
  readEntityRefPath,
  type PermissionRequirement,
} from '@fairway/backend-requests';
import {
  approvalResponseSchema,
  approvalsResponseSchema,
  decideApprovalBodySchema,
  preflightBodySchema,
  preflightViewSchema,
  promoteBodySchema,
  promoteResponseSchema,
  requestApprovalBodySchema,
} from '@fairway/plugin-kargo-common';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v4';
import type { EntityApprovals } from '../approvals/EntityApprovals';
import { audited } from '../audit/audited';
import type { PreflightService } from '../preflight/PreflightService';
import { APPROVE, PROMOTE } from '../requirements';
import type { ExecutionService } from './ExecutionService';
import { readKargoToken } from './kargoApi/readKargoToken';
import { requireEntityRights } from './requireEntityRights';

const ENTITY = '/entities/:kind/:namespace/:name';
const idSchema = z.object({ id: z.uuid() });
const requestBodySchema = requestApprovalBodySchema.omit({
  entityRef: true,
  project: true,
});

/** HTTP API of preflights, approvals and promotions. Every write is audited, also one that is refused. */
export function createExecutionRouter(options: {
  readonly approvals: EntityApprovals;
  readonly auditor: AuditorService;
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly execution: ExecutionService;
  readonly preflights: PreflightService;
}): express.Router {
  const { approvals, auditor, execution, httpAuth, permissions, preflights } =
    options;
  const router = Router();
  router.use(express.json({ limit: '32kb' }));

  const authorize = async (
    request: express.Request,
    requirement?: PermissionRequirement<ResourcePermission>,
  ) => {
    const credentials = await httpAuth.credentials(request);
    const entityRef = readEntityRefPath(request.params);
    await requireEntityRights(
      entityRef,
      { permissions, credentials },
      requirement,
    );
    return { credentials, entityRef, kargoToken: readKargoToken(request) };
  };

  const write = <T>(
    request: express.Request,
    eventId: string,
    run: () => Promise<T>,
  ): Promise<T> =>
    audited(auditor, { eventId, request }, async () => ({
      answer: await run(),
      meta: { params: { ...request.params } },
    }));

  router.post(`${ENTITY}/preflight`, async (request, response) => {
    const { entityRef, ...caller } = await authorize(request);
    const wanted = parseInput(preflightBodySchema, request.body);
    const answer = await preflights.check(entityRef, wanted, caller);
    response.json(preflightViewSchema.parse(answer));
  });

  router.post(`${ENTITY}/promotions`, async (request, response) => {
    const answer = await write(request, 'promotion-create', async () => {
      const { entityRef, ...caller } = await authorize(request, PROMOTE);
      const order = parseInput(promoteBodySchema, request.body);
      return execution.promote(entityRef, order, caller);
    });
    response.status(201).json(promoteResponseSchema.parse(answer));
  });

  router.get(`${ENTITY}/approvals`, async (request, response) => {
    const { entityRef, ...caller } = await authorize(request);
    const requests = await approvals.list(entityRef, caller);
    response.json(approvalsResponseSchema.parse({ requests }));
  });

  router.post(`${ENTITY}/approvals`, async (request, response) => {
    const answer = await write(request, 'approval-request', async () => {
      const { entityRef, ...caller } = await authorize(request, PROMOTE);
      const wanted = parseInput(requestBodySchema, request.body);
      return approvals.request(entityRef, wanted, caller);
    });
    response
      .status(201)
      .json(approvalResponseSchema.parse({ request: answer }));
  });

  router.post(`${ENTITY}/approvals/:id/decision`, async (request, response) => {
    const answer = await write(request, 'approval-decide', async () => {
      const { entityRef, ...caller } = await authorize(request, APPROVE);
      const { id } = parseInput(idSchema, request.params);
      const decision = parseInput(decideApprovalBodySchema, request.body);
      return approvals.decide(entityRef, { id, ...decision }, caller);
    });
    response.json(approvalResponseSchema.parse({ request: answer }));
  });

  router.post(
    `${ENTITY}/approvals/:id/withdrawal`,
    async (request, response) => {
      const answer = await write(request, 'approval-withdraw', async () => {
        const { entityRef, ...caller } = await authorize(request, PROMOTE);
        const { id } = parseInput(idSchema, request.params);
        return approvals.withdraw(entityRef, id, caller);
      });
      response.json(approvalResponseSchema.parse({ request: answer }));
    },
  );

  return router;
}
