import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ServiceUnavailableError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ingestReportSchema,
  scorecardSchema,
} from '@fairway/plugin-platform-scorecard-common';
import express from 'express';
import request from 'supertest';
import { createdFact } from './__testUtils__/createdFact';
import { createStore } from './__testUtils__/createStore';
import type { PlatformFactStore } from './database';
import { createRouter } from './router';
import { FactIngest } from './services/FactIngest';
import { FactRateLimit } from './services/FactRateLimit';
import { ScorecardService } from './services/ScorecardService';

const STRUCTURED = 'application/cloudevents+json';
const BATCHED = 'application/cloudevents-batch+json';

describe('createRouter', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function createApp(
    options: {
      result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY;
      getStore?: () => PlatformFactStore;
    } = {},
  ) {
    const { store } = await createStore(databases, 'SQLITE_3');
    const getStore = options.getStore ?? (() => store);
    const auditEvent = { success: jest.fn(), fail: jest.fn() };
    const auditor = mockServices.auditor.mock({
      createEvent: jest.fn(async () => auditEvent),
    });
    const authorize = jest.fn(async (requests: readonly unknown[]) =>
      requests.map(() => ({ result: options.result ?? AuthorizeResult.ALLOW })),
    );
    const app = express();
    app.use(
      createRouter({
        auth: mockServices.auth(),
        httpAuth: mockServices.httpAuth(),
        permissions: mockServices.permissions.mock({ authorize }),
        auditor,
        scorecard: ScorecardService.create({
          getStore,
          timeZone: 'UTC',
          syntheticSources: ['demo'],
          polledSources: [],
        }),
        ingest: FactIngest.create({ getStore }),
        rateLimit: FactRateLimit.create({ factsPerMinute: 1_000 }),
        reservedSources: ['catalog'],
      }),
    );
    app.use(mockErrorHandler());
    return { app, store, auditor, auditEvent, authorize };
  }

  describe('GET /scorecard', () => {
    it('answers with the contract', async () => {
      const { app, authorize } = await createApp();
      const response = await request(app).get('/scorecard');
      expect(response.status).toBe(200);
      expect(scorecardSchema.parse(response.body)).toMatchObject({
        syntheticIncluded: true,
        adoption: { share: { kind: 'no-data' } },
      });
      expect(authorize).toHaveBeenCalledWith(
        [
          {
            permission: expect.objectContaining({
              name: 'platform-scorecard.read',
            }),
          },
        ],
        {
          credentials: expect.objectContaining({
            principal: expect.objectContaining({ type: 'user' }),
          }),
        },
      );
    });

    it('refuses what it does not know', async () => {
      const { app } = await createApp();
      const response = await request(app).get('/scorecard?synthetic=maybe');
      expect(response.status).toBe(400);
      expect(response.body.error.message).toMatch(/^synthetic: /);
    });

    it('is denied without the permission', async () => {
      const { app } = await createApp({ result: AuthorizeResult.DENY });
      const response = await request(app).get('/scorecard');
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain('platform-scorecard.read');
    });

    it('says that the database is away', async () => {
      const { app } = await createApp({
        getStore: () => {
          throw new ServiceUnavailableError('not yet');
        },
      });
      const response = await request(app).get('/scorecard');
      expect(response.status).toBe(503);
    });
  });

  describe('GET /facts', () => {
    it('gives rows page by page', async () => {
      const { app, store } = await createApp();
      await store.insert([createdFact('1'), createdFact('2')], 1);
      const first = await request(app).get(
        '/facts?kind=service.created&limit=1',
      );
      expect(first.body.items).toMatchObject([{ id: '2' }]);
      const second = await request(app).get(
        `/facts?limit=1&cursor=${first.body.nextCursor}`,
      );
      expect(second.body.items).toMatchObject([{ id: '1' }]);
    });

    it.each(['kind=other', 'limit=0', 'limit=1000', 'cursor=x'])(
      'refuses %s',
      async query => {
        const { app } = await createApp();
        expect((await request(app).get(`/facts?${query}`)).status).toBe(400);
      },
    );

    it('is denied without the permission', async () => {
      const { app } = await createApp({ result: AuthorizeResult.DENY });
      expect((await request(app).get('/facts')).status).toBe(403);
    });
  });

  describe('POST /facts', () => {
    const post = (app: express.Express, type: string, body: string | object) =>
      request(app)
        .post('/facts')
        .set('content-type', type)
        .send(typeof body === 'string' ? body : JSON.stringify(body));

    it('takes one event and audits it', async () => {
      const { app, auditor, auditEvent } = await createApp();
      const response = await post(app, STRUCTURED, createdFact('1'));
      expect(response.status).toBe(200);
      expect(ingestReportSchema.parse(response.body)).toEqual({
        received: 1,
        accepted: 1,
        duplicates: 0,
        rejected: [],
      });
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({ eventId: 'fact-create' }),
      );
      expect(auditEvent.success).toHaveBeenCalledWith({
        meta: { received: 1, accepted: 1, rejected: 0 },
      });
    });

    it('takes a batch and reports what it refused', async () => {
      const { app } = await createApp();
      const response = await post(app, `${BATCHED}; charset=utf-8`, [
        createdFact('1'),
        createdFact('2', { source: 'catalog' }),
        createdFact('1'),
      ]);
      expect(response.body).toEqual({
        received: 3,
        accepted: 1,
        duplicates: 1,
        rejected: [{ index: 1, reason: expect.stringContaining('catalog') }],
      });
    });

    it('lets producers say who did something, and nobody else', async () => {
      const { app } = await createApp();
      const fact = createdFact('1', { actor: 'user:default/ada' });
      const claimed = await post(app, STRUCTURED, fact);
      expect(claimed.body.rejected).toEqual([
        { index: 0, reason: expect.stringMatching(/^actor: /) },
      ]);
      const known = await request(app)
        .post('/facts')
        .set('content-type', STRUCTURED)
        .set('authorization', mockCredentials.service.header())
        .send(JSON.stringify(fact));
      expect(known.body).toMatchObject({ accepted: 1, rejected: [] });
    });

    it('asks a sender of too much to wait, and lets others go on', async () => {
      const { app, auditEvent } = await createApp();
      const facts = Array.from({ length: 600 }, (_, index) =>
        createdFact(`${index}`),
      );
      expect((await post(app, BATCHED, facts)).status).toBe(200);
      const second = await post(app, BATCHED, facts);
      expect(second.status).toBe(429);
      expect(Number(second.headers['retry-after'])).toBeGreaterThan(0);
      expect(second.body.error.message).toContain('try again in');
      expect(auditEvent.fail).toHaveBeenCalledTimes(1);
      const other = await request(app)
        .post('/facts')
        .set('content-type', BATCHED)
        .set('authorization', mockCredentials.service.header())
        .send(JSON.stringify(facts));
      expect(other.status).toBe(200);
    });

    it.each([
      ['plain JSON', 'application/json', createdFact('1'), 400],
      ['a batch that is none', BATCHED, createdFact('1'), 400],
      ['broken JSON', BATCHED, '[{', 400],
      ['too many', BATCHED, Array.from({ length: 1_001 }, () => ({})), 400],
      ['too much', BATCHED, [{ note: 'x'.repeat(9_000_000) }], 413],
    ])('refuses %s', async (_, type, body, status) => {
      const { app } = await createApp();
      expect((await post(app, type, body)).status).toBe(status);
    });

    it('is denied without the permission, and says so in the audit', async () => {
      const { app, store, auditEvent } = await createApp({
        result: AuthorizeResult.DENY,
      });
      const response = await post(app, STRUCTURED, createdFact('1'));
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain(
        'platform-scorecard.fact.create',
      );
      expect(auditEvent.fail).toHaveBeenCalledTimes(1);
      expect(await store.summariseSources()).toEqual([]);
    });
  });
});
