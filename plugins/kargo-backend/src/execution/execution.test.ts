import { createServiceFactory } from '@backstage/backend-plugin-api';
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
import {
  clusterResourcesServiceRef,
  type ClusterResourcesService,
} from '@fairway/kubernetes-resources';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { randomUUID } from 'node:crypto';
import request from 'supertest';
import {
  CONTROLLERS,
  FREIGHTS,
  PROMOTIONS,
  STAGES,
} from '../domain/kargoResources';
import kargoPlugin from '../index';
import { entities, freight, newFreight, stage } from '../testObjects';

const cluster = 'platform';
const anna = 'user:default/anna';
const wanted = {
  controlPlane: cluster,
  stage: 'test',
  freight: '1.8.4',
  reason: 'The fix for the cart',
};

type Created = Parameters<ClusterResourcesService['create']>[0];

const settled = {
  ...stage('test'),
  status: {
    ...(stage('test').status as object),
    freightHistory: [],
    health: { status: 'Healthy' },
  },
};

async function start(
  options: {
    readonly denied?: string;
    readonly mayPromote?: boolean;
    readonly enabled?: boolean;
    readonly approvers?: number;
    readonly answer?: Awaited<ReturnType<ClusterResourcesService['create']>>;
  } = {},
) {
  const { mayPromote = true, enabled = true, approvers = 0 } = options;
  const created: Created[] = [];
  const resources = clusterResourcesServiceMock({
    collections: [
      { cluster, resource: STAGES.resource, objects: [settled] },
      {
        cluster,
        resource: FREIGHTS.resource,
        objects: [freight, newFreight],
      },
      { cluster, resource: PROMOTIONS.resource, as: 'rows', objects: [] },
      { cluster, resource: CONTROLLERS.resource, objects: [] },
    ],
  });
  const service: ClusterResourcesService = {
    listClusters: () => resources.listClusters(),
    list: query => resources.list(query),
    get: query => resources.get(query),
    watch: (query, more) => resources.watch(query, more),
    discover: query => resources.discover(query),
    apply: query => resources.apply(query),
    observe: (query, projection) => resources.observe(query, projection),
    create: async order => {
      if (order.resource.plural === 'selfsubjectaccessreviews') {
        return { ok: true, value: { status: { allowed: mayPromote } } };
      }
      created.push(order);
      return options.answer ?? { ok: true, value: order.object };
    },
  };
  const { server } = await startTestBackend({
    features: [
      kargoPlugin,
      mockServices.rootConfig.factory({
        data: {
          kargo: {
            execution: { enabled, user: 'name', groups: true },
            riskClasses: {
              application: {
                executionMode: 'execute',
                approvers: { count: approvers },
                minimumSoak: 'PT0S',
                verificationRequired: false,
              },
            },
          },
        },
      }),
      mockServices.permissions.mock({
        authorize: async (requests: AuthorizePermissionRequest[]) =>
          requests.map(({ permission }) => ({
            result:
              permission.name === options.denied
                ? AuthorizeResult.DENY
                : AuthorizeResult.ALLOW,
          })),
      }).factory,
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: anna,
          ownershipEntityRefs: [anna, 'group:default/payments'],
        }),
      }).factory,
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: clusterResourcesServiceRef,
        deps: {},
        factory: () => service,
      }),
    ],
  });
  const entity = '/api/kargo/entities/component/default/orders';
  const header = { Authorization: mockCredentials.user.header(anna) };
  return {
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
