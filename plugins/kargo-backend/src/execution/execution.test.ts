import { mockCredentials } from '@backstage/backend-test-utils';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import {
  anna,
  startPromoting,
  wanted,
} from '../__testUtils__/promotingBackend';

const cluster = wanted.controlPlane;

async function start(options?: Parameters<typeof startPromoting>[0]) {
  const { audit, created, server } = await startPromoting(options);
  const entity = '/api/kargo/entities/component/default/orders';
  const header = { Authorization: mockCredentials.user.header(anna) };
  return {
    audit,
    created,
    promote: (requestId: string = randomUUID(), more: object = {}) =>
      request(server)
        .post(`${entity}/promotions`)
        .set(header)
        .send({ ...wanted, requestId, ...more }),
    history: (query: string) =>
      request(server).get(`${entity}/history?${query}`).set(header),
  };
}

describe('carrying out a promotion', () => {
  it('creates it as the person who asked, with the reason and the steps of the stage', async () => {
    const { promote, created, history } = await start();
    const requestId = randomUUID();
    const { status, body } = await promote(requestId);
    expect([status, body.error?.message]).toEqual([201, undefined]);
    expect(body.promotion).toMatch(/^test\.[0-9a-z]{26}\.2bda069$/);
    expect(created).toHaveLength(1);
    expect(created[0]).toMatchObject({
      cluster,
      namespace: 'orders',
      impersonate: { user: 'anna', groups: ['payments'] },
      object: {
        kind: 'Promotion',
        metadata: {
          annotations: {
            'kargo.fairway.dev/requested-by': anna,
            'kargo.fairway.dev/reason': 'The fix for the cart',
            'kargo.fairway.dev/request': requestId,
          },
        },
        spec: {
          stage: 'test',
          freight: '2bda0699faa9a77a726b7ba64dff5cb00ca9b433',
          steps: [{ uses: 'git-clone' }],
        },
      },
    });
    const { items } = (await history('kind=action')).body;
    expect(
      items.map(({ entry }: { entry: { outcome: string } }) => entry.outcome),
    ).toEqual(expect.arrayContaining(['requested', 'executed']));
  });

  it('is done once, however often and however fast somebody presses', async () => {
    const { promote, created } = await start();
    const requestId = randomUUID();
    const answers = await Promise.all([
      promote(requestId),
      promote(requestId),
      promote(requestId),
    ]);
    const again = await promote(requestId);
    expect(created).toHaveLength(1);
    expect(again.status).toBe(201);
    for (const { status, body } of answers) {
      expect(status === 409 || body.promotion === again.body.promotion).toBe(
        true,
      );
    }
  });

  it('answers for no other promotion by the id of one that is done', async () => {
    const { promote, created } = await start();
    const requestId = randomUUID();
    expect((await promote(requestId)).status).toBe(201);
    const other = await promote(requestId, { stage: 'prod' });
    expect(other.status).toBe(409);
    expect(other.body.error.message).toBe(
      'The id of this request was used for another promotion.',
    );
    expect(created).toHaveLength(1);
  });

  it.each([
    [
      'the control plane does not let the person',
      { mayPromote: false },
      /promote|create/,
    ],
    ['an approval is missing', { approvers: 1 }, /must approve/],
  ])('does not happen where %s', async (_, options, message) => {
    const { promote, created } = await start(options);
    const { status, body } = await promote();
    expect(status).toBe(409);
    expect(body.error.message).toMatch(message);
    expect(created).toEqual([]);
  });

  it('is told to the audit log, also where it is refused', async () => {
    const params = { kind: 'component', namespace: 'default', name: 'orders' };
    const done = await start();
    await done.promote();
    expect(done.audit).toEqual([
      { eventId: 'promotion-create', outcome: 'succeeded', meta: { params } },
    ]);
    const refused = await start({ denied: 'kargo.promotion.create' });
    await refused.promote();
    expect(refused.audit).toMatchObject([
      {
        eventId: 'promotion-create',
        outcome: 'failed',
        error: expect.stringContaining('kargo.promotion.create'),
      },
    ]);
  });

  it('does not happen unless it is switched on', async () => {
    const { promote, created } = await start({ enabled: false });
    expect((await promote()).status).toBe(403);
    expect(created).toEqual([]);
  });

  it('says what the control plane says, and keeps it', async () => {
    const { promote, history } = await start({
      answer: {
        ok: false,
        reason: 'forbidden',
        message: 'Freight is not available to this Stage',
        error: {
          errorType: 'UNAUTHORIZED_ERROR',
          statusCode: 403,
          resourcePath: '/',
        },
      },
    });
    const { status, body } = await promote();
    expect(status).toBe(409);
    expect(body.error.message).toBe('Freight is not available to this Stage');
    const { items } = (await history('kind=action')).body;
    expect(items[0].entry).toMatchObject({
      outcome: 'refused',
      message: 'Freight is not available to this Stage',
    });
  });

  it.each(['kargo.promotion.create', 'kargo.promotion.read'])(
    'is denied without %s',
    async denied => {
      const { promote, created } = await start({ denied });
      const { status, body } = await promote();
      expect(status).toBe(403);
      expect(body.error.message).toContain(denied);
      expect(created).toEqual([]);
    },
  );

  it.each([{ reason: ' ' }, { requestId: 'once' }, { riskClass: 'none' }])(
    'refuses %j',
    async more => {
      const { promote, created } = await start();
      expect((await promote(randomUUID(), more)).status).toBe(400);
      expect(created).toEqual([]);
    },
  );
});
