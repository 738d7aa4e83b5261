import type {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { parseInput, requirePermission } from '@fairway/backend-requests';
import {
  whatIfRequestSchema,
  whatIfSchema,
} from '@fairway/plugin-gpu-capacity-common';
import express from 'express';
import Router from 'express-promise-router';
import { READ } from '../requirements';
import type { WhatIfService } from './WhatIfService';

/** Answers whether a shape would fit. Nothing is changed by asking. */
export function createWhatIfRouter(options: {
  readonly httpAuth: HttpAuthService;
  readonly permissions: PermissionsService;
  readonly whatIf: WhatIfService;
}): express.Router {
  const { httpAuth, permissions, whatIf } = options;
  const router = Router();
  router.use(express.json({ limit: '200kb' }));

  router.post('/what-if', async (request, response) => {
    const credentials = await httpAuth.credentials(request);
    await requirePermission(READ, { permissions, credentials });
    const answer = await whatIf.answer(
      parseInput(whatIfRequestSchema, request.body),
      { credentials },
    );
    response.json(whatIfSchema.parse(answer));
  });

  return router;
}
