import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type AuthorizePermissionRequest,
} from '@backstage/plugin-permission-common';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import {
  approvalResponseSchema,
  approvalsResponseSchema,
  preflightViewSchema,
} from '@fairway/plugin-kargo-common';
import request from 'supertest';
import { FREIGHTS, PROMOTIONS, STAGES } from '../domain/kargoResources';
import kargoPlugin from '../index';
import { entities, freight, newFreight, stage } from '../testObjects';

const cluster = 'platform';
const ORDERS = '/api/kargo/entities/component/default/orders';
const wanted = { controlPlane: cluster, stage: 'test', freight: '1.8.4' };
const anna = 'user:default/anna';
const ben = 'user:default/ben';

const GROUPS: Record<string, string[]> = {
  [anna]: [anna, 'group:default/payments'],
  [ben]: [ben, 'group:default/payments'],
};

async function start(options: { readonly denied?: string } = {}) {
  const authorize = async (requests: AuthorizePermissionRequest[]) =>
    requests.map(({ permission }) => ({
      result:
        permission.name === options.denied
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    }));
  const { server } = await startTestBackend({
    features: [
      kargoPlugin,
      mockServices.rootConfig.factory({
        data: {
          kargo: {
            links: { platform: { kargo: 'https://kargo.example.com' } },
            riskClasses: { application: { approvers: { count: 1 } } },
            freezeCalendar: [
              {
                name: 'standstill',
                kind: 'deny',
                timeZone: 'UTC',
                start: '2026-01-01T00:00',
                duration: { days: 3650 },
                scope: { stages: ['prod'] },
              },
            ],
          },
        },
      }),
      mockServices.permissions.mock({ authorize }).factory,
      mockServices.userInfo.mock({
        getUserInfo: async credentials => {
          const { userEntityRef } = credentials.principal as {
            userEntityRef: string;
          };
          return {
            userEntityRef,
            ownershipEntityRefs: GROUPS[userEntityRef] ?? [],
          };
        },
      }).factory,
      catalogServiceMock.factory({ entities }),
      clusterResourcesServiceMock.factory({
        collections: [
          {
            cluster,
            resource: STAGES.resource,
            objects: [stage('test'), stage('prod', ['test'])],
          },
          {
            cluster,
            resource: FREIGHTS.resource,
            objects: [freight, newFreight],
          },
          {
            cluster,
            resource: PROMOTIONS.resource,
            as: 'rows',
            objects: [],
          },
        ],
      }),
    ],
  });
  const as = (user: string) => ({
    Authorization: mockCredentials.user.header(user),
  });
  return {
    post: (path: string, body: object, user = anna) =>
      request(server).post(`${ORDERS}/${path}`).set(as(user)).send(body),
    get: (path: string) =>
      request(server).get(`${ORDERS}/${path}`).set(as(anna)),
  };
}

const controls = (findings: ReadonlyArray<{ control: string }>) =>
  findings.map(({ control }) => control);

describe('preflight', () => {
  it('lists everything that stands against a promotion, at once', async () => {
    const { post } = await start();
    const { body, status } = await post('preflight', {
      ...wanted,
      stage: 'prod',
    });
    expect(status).toBe(200);
    const answer = preflightViewSchema.parse(body);
    expect(answer.decision).toBe('blocked');
    expect(controls(answer.blockers)).toEqual(
      expect.arrayContaining(['availability', 'window', 'approvals']),
    );
    expect(answer.handOffUrl).toBe(
      'https://kargo.example.com/project/orders/promote/freight/2bda0699faa9a77a726b7ba64dff5cb00ca9b433/stage/prod',
    );
  });

  it('says which permission is missing', async () => {
    const { post } = await start({ denied: 'kargo.promotion.create' });
    const { body } = await post('preflight', wanted);
    expect(
      preflightViewSchema
        .parse(body)
        .blockers.find(({ control }) => control === 'permission')?.message,
    ).toContain('kargo.promotion.create');
  });

  it.each([
    [{ ...wanted, stage: 'nope' }, 404],
    [{ ...wanted, freight: 'nope' }, 404],
    [{ ...wanted, controlPlane: 'moon' }, 404],
    [{ stage: 'test' }, 400],
    [{ ...wanted, riskClass: 'application' }, 400],
  ])('answers %j with %d', async (body, status) => {
    const { post } = await start();
    expect((await post('preflight', body)).status).toBe(status);
  });

  it('denies who may not read', async () => {
    const { post } = await start({ denied: 'kargo.promotion.read' });
    expect((await post('preflight', wanted)).status).toBe(403);
  });
});

describe('approvals', () => {
  const ask = { ...wanted, reason: 'The fix for the cart' };

  it('clear the way once a second person has approved', async () => {
    const { post, get } = await start();
    const blockersOf = async () =>
      controls(
        preflightViewSchema.parse((await post('preflight', wanted)).body)
          .blockers,
      );
    expect(await blockersOf()).toContain('approvals');

    const asked = await post('approvals', ask);
    expect(asked.status).toBe(201);
    const { request: pending } = approvalResponseSchema.parse(asked.body);
    expect(pending).toMatchObject({
      state: 'pending',
      requester: { ref: anna },
      binding: { stage: 'test', riskClass: 'application' },
    });

    const own = await post(`approvals/${pending.id}/decision`, {
      verdict: 'approve',
    });
    expect(own.status).toBe(403);

    const decided = await post(
      `approvals/${pending.id}/decision`,
      { verdict: 'approve' },
      ben,
    );
    expect(approvalResponseSchema.parse(decided.body).request.state).toBe(
      'approved',
    );
    expect(await blockersOf()).not.toContain('approvals');
    const { requests } = approvalsResponseSchema.parse(
      (await get('approvals')).body,
    );
    expect(requests).toHaveLength(1);
  });

  it('are asked for once, however often somebody presses', async () => {
    const { post } = await start();
    const [first, second] = await Promise.all([
      post('approvals', ask),
      post('approvals', ask),
    ]);
    expect(first.body.request.id).toBe(second.body.request.id);
  });

  it('are withdrawn by who asked only', async () => {
    const { post } = await start();
    const { id } = (await post('approvals', ask)).body.request;
    expect((await post(`approvals/${id}/withdrawal`, {}, ben)).status).toBe(
      403,
    );
    expect((await post(`approvals/${id}/withdrawal`, {})).status).toBe(200);
  });

  it('are kept in the history', async () => {
    const { post, get } = await start();
    await post('approvals', ask);
    const { body } = await get('history?kind=approval-requested');
    expect(body.items[0].entry).toMatchObject({
      actor: { kind: 'person', name: anna },
      reason: 'The fix for the cart',
      path: 'portal',
    });
  });

  it.each([
    ['kargo.promotion.create', 'approvals', ask],
    ['kargo.promotion.read', 'approvals', ask],
    [
      'kargo.promotion.approve',
      'approvals/7b1e2d52-0c52-4f3a-8a61-0a5b3b0c1b2e/decision',
      { verdict: 'approve' },
    ],
    [
      'kargo.promotion.create',
      'approvals/7b1e2d52-0c52-4f3a-8a61-0a5b3b0c1b2e/withdrawal',
      {},
    ],
  ])('are denied without %s: %s', async (denied, path, body) => {
    const { post } = await start({ denied });
    const answer = await post(path, body);
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toContain(denied);
  });

  it('of others cannot be reached through an entity', async () => {
    const { post } = await start();
    const answer = await post(
      'approvals/7b1e2d52-0c52-4f3a-8a61-0a5b3b0c1b2e/decision',
      { verdict: 'approve' },
    );
    expect(answer.status).toBe(404);
  });
});
