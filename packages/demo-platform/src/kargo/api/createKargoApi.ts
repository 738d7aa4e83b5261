import type { KubernetesApiEmulator } from '@fairway/kubernetes-resources/testUtils';
import express, { Router } from 'express';
import {
  abortPromotion,
  approveFreight,
  promoteToStage,
  refresh,
  reverify,
} from './kargoApiActions';
import { asKargoError, KargoApiSession } from './KargoApiSession';

const PROJECT = '/v1beta1/projects/:project';

/**
 * The part of Kargo's API that acts, over the objects of an emulated control plane: paths, bodies and errors of v1.11
 * (`pkg/server/rest_router.go`). Tokens are those of the emulator, as Kargo takes tokens of Kubernetes.
 */
export function createKargoApi(emulator: KubernetesApiEmulator): Router {
  const router = Router();
  router.use(express.json({ limit: '1mb' }));

  const route = (
    method: 'get' | 'post',
    path: string,
    answer: (
      session: KargoApiSession,
      request: express.Request,
    ) => { readonly status: number; readonly body?: object },
  ) =>
    router[method](`${PROJECT}${path}`, (request, response) => {
      try {
        const session = new KargoApiSession({
          emulator,
          authorization: request.headers.authorization,
          project: String(request.params.project),
        });
        const { status, body } = answer(session, request);
        if (body) response.status(status).json(body);
        else response.status(status).end();
      } catch (error) {
        const { code, message } = asKargoError(error);
        response.status(code).json({ error: message });
      }
    });

  const done = { status: 200 };

  route('get', '/stages/:name', (session, { params: { name } }) => {
    session.require('get', 'stages', name);
    return { status: 200, body: session.get('stages', name) };
  });
  route('post', '/stages/:name/promotions', (session, { params, body }) => ({
    status: 201,
    body: promoteToStage(session, params.name, body),
  }));
  route('post', '/stages/:name/refresh', (session, { params }) => {
    refresh(session, 'stages', params.name);
    return done;
  });
  route('post', '/warehouses/:name/refresh', (session, { params }) => {
    refresh(session, 'warehouses', params.name);
    return done;
  });
  route('post', '/stages/:name/verification', (session, { params }) => {
    reverify(session, params.name);
    return done;
  });
  route('post', '/freight/:name/approve', (session, { params, query }) => {
    approveFreight(session, params.name, String(query.stage ?? ''));
    return done;
  });
  route('post', '/promotions/:name/abort', (session, { params }) => {
    abortPromotion(session, params.name);
    return done;
  });
  return router;
}
