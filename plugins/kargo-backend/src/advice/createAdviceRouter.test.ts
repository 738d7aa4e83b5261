import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { DiagnosisAdvisor } from '@fairway/plugin-kargo-node';
import express from 'express';
import type { Server } from 'node:http';
import request from 'supertest';
import { adviceSubject, secretFailure } from '../__testUtils__/advice';
import { applyMigrations } from '../database/applyMigrations';
import { entities } from '../testObjects';
import { AdviceService } from './AdviceService';
import { createAdviceRouter } from './createAdviceRouter';
import { DatabaseAdviceStore } from './DatabaseAdviceStore';

const ADVICE = '/entities/component/default/orders/advice';
const advice = { summary: 'The token has expired.', questions: [] };

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The server does not listen');
  }
  return address.port;
}

describe('createAdviceRouter', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function createApp(
    options: { readonly allowed?: boolean; readonly on?: boolean } = {},
  ) {
    const { allowed = true, on = true } = options;
    const knex = await databases.init('SQLITE_3');
    const client = await applyMigrations(mockServices.database({ knex }));
    const auditEvent = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock({
      createEvent: async () => auditEvent,
    });
    const authorize = jest.fn(async () => [
      {
        result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      } as const,
    ]);
    const advise = jest.fn<
      ReturnType<DiagnosisAdvisor['advise']>,
      Parameters<DiagnosisAdvisor['advise']>
    >(async () => ({ status: 'advice', advice }));
    const diagnosisOf = jest.fn(async (entityRef: string) => {
      if (entityRef !== 'component:default/orders') {
        throw new NotFoundError('No entity');
      }
      return [secretFailure];
    });
    const catalog = catalogServiceMock({ entities });
    const app = express();
    app.use(
      createAdviceRouter({
        httpAuth: mockServices.httpAuth(),
        permissions: mockServices.permissions.mock({ authorize }),
        auditor,
        catalog,
        advice: AdviceService.create({
          getAdvisor: () =>
            on ? { model: 'house-model-1', advise } : undefined,
          store: DatabaseAdviceStore.create({ client }),
          logger: mockServices.logger.mock(),
        }),
        diagnosisOf,
      }),
    );
    app.use(mockErrorHandler());
    const ask = (path = ADVICE, body: object = { subject: adviceSubject }) =>
      request(app).post(path).send(body);
    const rows = () => knex('advice').select();
    return {
      app,
      ask,
      rows,
      catalog,
      auditor,
      auditEvent,
      authorize,
      advise,
      diagnosisOf,
    };
  }

  it('says whether there is a model', async () => {
    const { app } = await createApp();
    const { body } = await request(app).get('/advisor');
    expect(body).toEqual({ status: 'on', model: 'house-model-1' });
    const off = await createApp({ on: false });
    expect((await request(off.app).get('/advisor')).body).toEqual({
      status: 'off',
    });
  });

  it('gives advice on what the caller may see, and tells the audit log', async () => {
    const { ask, rows, auditor, auditEvent, diagnosisOf, authorize } =
      await createApp();
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'advice',
      advice,
      model: 'house-model-1',
    });
    const credentials = mockCredentials.user();
    expect(diagnosisOf).toHaveBeenCalledWith(
      'component:default/orders',
      adviceSubject,
      {
        credentials: expect.objectContaining({
          principal: credentials.principal,
        }),
      },
    );
    expect(authorize).toHaveBeenCalledWith(
      [
        {
          permission: expect.objectContaining({ name: 'kargo.promotion.read' }),
        },
      ],
      {
        credentials: expect.objectContaining({
          principal: credentials.principal,
        }),
      },
    );
    expect(await rows()).toMatchObject([
      { id: body.id, asked_by: 'user:default/mock', verdict: null },
    ]);
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'advice-ask' }),
    );
    expect(auditEvent.success).toHaveBeenCalledWith({
      meta: {
        entityRef: 'component:default/orders',
        subject: adviceSubject,
        status: 'advice',
        adviceId: body.id,
      },
    });
  });

  it('answers where no model is configured', async () => {
    const { ask } = await createApp({ on: false });
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toEqual({
      status: 'unavailable',
      reason: 'No model is configured.',
    });
  });

  it('records the verdict of the person', async () => {
    const { app, ask, rows, auditEvent } = await createApp();
    const { id } = (await ask()).body;
    const { status, body } = await request(app)
      .post(`/advice/${id}/verdict`)
      .send({ verdict: 'used' });
    expect(status).toBe(200);
    expect(body).toEqual({
      id,
      verdict: 'used',
      by: 'user:default/mock',
      at: expect.any(String),
    });
    expect(await rows()).toMatchObject([
      { verdict: 'used', judged_by: 'user:default/mock' },
    ]);
    expect(auditEvent.success).toHaveBeenLastCalledWith({
      meta: { adviceId: id, verdict: 'used' },
    });
    const other = await request(app)
      .post(`/advice/${id}/verdict`)
      .set('Authorization', mockCredentials.user.header('user:default/bo'))
      .send({ verdict: 'dismissed' });
    expect(other.status).toBe(409);
  });

  it('denies who may not see promotions, and asks nobody', async () => {
    const { app, ask, auditEvent, advise, diagnosisOf } = await createApp({
      allowed: false,
    });
    const id = '8c0b1d8e-5c0e-4a3c-9d53-0f8f5e1a2b3c';
    const answers = [
      await request(app).get('/advisor'),
      await ask(),
      await request(app)
        .post(`/advice/${id}/verdict`)
        .send({ verdict: 'used' }),
    ];
    for (const { status, body } of answers) {
      expect(status).toBe(403);
      expect(body.error.message).toContain('kargo.promotion.read');
    }
    expect(diagnosisOf).not.toHaveBeenCalled();
    expect(advise).not.toHaveBeenCalled();
    expect(auditEvent.fail).toHaveBeenCalledTimes(2);
  });

  it.each([
    ['nobody', mockCredentials.none.header()],
    ['a service', mockCredentials.service.header()],
  ])('is not for %s', async (_, authorization) => {
    const { ask, advise } = await createApp();
    const { status } = await ask().set('Authorization', authorization);
    expect([401, 403]).toContain(status);
    expect(advise).not.toHaveBeenCalled();
  });

  it('does not let judge who may not see the entity any more', async () => {
    const { app, ask, catalog, rows } = await createApp();
    const { id } = (await ask()).body;
    jest.spyOn(catalog, 'getEntityByRef').mockResolvedValue(undefined);
    const { status } = await request(app)
      .post(`/advice/${id}/verdict`)
      .send({ verdict: 'used' });
    expect(status).toBe(404);
    expect(await rows()).toMatchObject([{ verdict: null }]);
  });

  it('ends the question where the reader goes away', async () => {
    const { app, advise, rows } = await createApp();
    const reader = new AbortController();
    const ended = new Promise<void>(resolve => {
      advise.mockImplementation(({ signal }) => {
        signal.addEventListener('abort', () => resolve());
        reader.abort();
        return new Promise(() => {});
      });
    });
    const server = await new Promise<Server>(resolve => {
      const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
    });
    const url = `http://127.0.0.1:${portOf(server)}${ADVICE}`;
    await expect(
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ subject: adviceSubject }),
        signal: reader.signal,
      }),
    ).rejects.toThrow('aborted');
    await ended;
    server.closeAllConnections();
    await new Promise(resolve => {
      server.close(resolve);
    });
    expect(await rows()).toEqual([]);
  });

  it('says what is wrong with a request', async () => {
    const { app, ask, advise } = await createApp();
    const answers = [
      await ask(ADVICE, {}),
      await ask(ADVICE, { subject: { ...adviceSubject, kind: 'warehouse' } }),
      await ask(ADVICE, { subject: adviceSubject, evidence: 'my own' }),
      await request(app).post('/advice/1/verdict').send({ verdict: 'used' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
    const missing = await ask('/entities/component/default/none/advice');
    expect(missing.status).toBe(404);
    const unknown = await request(app)
      .post('/advice/8c0b1d8e-5c0e-4a3c-9d53-0f8f5e1a2b3c/verdict')
      .send({ verdict: 'used' });
    expect(unknown.status).toBe(404);
    expect(advise).not.toHaveBeenCalled();
  });
});
