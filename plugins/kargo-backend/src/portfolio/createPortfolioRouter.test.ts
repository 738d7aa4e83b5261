import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { portfolioSchema } from '@fairway/plugin-kargo-common';
import request from 'supertest';
import {
  FREIGHTS,
  PROMOTIONS,
  STAGES,
  WAREHOUSES,
} from '../domain/kargoResources';
import kargoPlugin from '../index';
import {
  entities,
  freight,
  newFreight,
  stage,
  warehouse,
} from '../testObjects';

const cluster = 'platform';

async function start(
  options: {
    allowed?: boolean;
    stages?: Array<ReturnType<typeof stage>>;
    catalog?: BackendFeature;
    kargo?: { controlPlanes?: string[]; portfolio?: { drift?: object } };
  } = {},
) {
  const {
    allowed = true,
    stages = [stage('prod', ['test']), stage('test')],
    catalog = catalogServiceMock.factory({ entities }),
    kargo = {},
  } = options;
  const { server } = await startTestBackend({
    features: [
      kargoPlugin,
      mockServices.rootConfig.factory({ data: { kargo: { ...kargo } } }),
      mockServices.permissions.factory({
        result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
      catalog,
      clusterResourcesServiceMock.factory({
        clusters: [
          { name: cluster, title: 'Platform', access: { transport: 'direct' } },
          {
            name: 'private',
            access: { transport: 'none', reason: 'needs the token of a user' },
          },
        ],
        collections: [
          { cluster, resource: STAGES.resource, objects: stages },
          {
            cluster,
            resource: FREIGHTS.resource,
            objects: [freight, newFreight],
          },
          { cluster, resource: WAREHOUSES.resource, objects: [warehouse] },
          { cluster, resource: PROMOTIONS.resource, as: 'rows', objects: [] },
        ],
      }),
    ],
  });
  return async (query = '', user = 'user:default/ada') => {
    const { status, body } = await request(server)
      .get(`/api/kargo/portfolio${query}`)
      .set('Authorization', mockCredentials.user.header(user));
    return { status, body };
  };
}

describe('GET /portfolio', () => {
  it('has every entity with a project, what needs somebody first', async () => {
    const get = await start();
    const { status, body } = await get();
    expect(status).toBe(200);
    const answer = portfolioSchema.parse(body);
    expect(
      answer.items.map(({ title, state, reason }) => [title, state, reason]),
    ).toEqual([
      [
        'orders',
        'failed',
        'The warehouse orders finds nothing new: Unable to discover artifacts: 401.',
      ],
      [
        'elsewhere',
        'unknown',
        'The annotation kargo/instance names "moon", which is no Kargo control plane that is known here.',
      ],
      [
        'malformed',
        'unknown',
        'The annotation kargo/project is "../orders"; a Kargo project has lower case letters, digits and dashes.',
      ],
      ['nowhere', 'unknown', 'No control plane has the project nowhere.'],
    ]);
    expect(answer.headline).toBe(
      '1 of 4 projects needs somebody: 1 failed. The state of 3 is unknown.',
    );
    expect(answer.items[0]).toMatchObject({
      entityRef: 'component:default/orders',
      owner: 'group:default/payments',
      controlPlane: { name: cluster, title: 'Platform' },
      newestVersion: '1.8.4',
      productionVersions: ['1.8.3'],
      riskClass: 'application',
      since: '2026-11-21T09:00:00Z',
    });
    expect(answer.notices).toEqual([]);
  });

  it('filters, pages and counts on the server', async () => {
    const get = await start();
    const { body } = await get(
      '?state=unknown&state=failed&sort=title&order=desc&limit=2&offset=1',
    );
    expect(portfolioSchema.parse(body)).toMatchObject({
      total: 4,
      offset: 1,
      items: [{ title: 'nowhere' }, { title: 'malformed' }],
      counts: { failed: 1, unknown: 3, steady: 0 },
    });
    const owned = await get('?owner=group:default/nobody');
    expect(owned.body).toMatchObject({ total: 0, items: [] });
  });

  it('denies a caller without the permission', async () => {
    const get = await start({ allowed: false });
    const { status, body } = await get();
    expect(status).toBe(403);
    expect(body.error.message).toContain('kargo.promotion.read');
  });

  it.each(['?state=broken', '?limit=0', '?sort=price'])(
    'refuses %s',
    async query => {
      const get = await start();
      expect((await get(query)).status).toBe(400);
    },
  );

  it('shows nobody what the catalog shows to somebody else, also from the cache', async () => {
    const [orders, nowhere] = entities;
    const visible: Record<string, Entity[]> = {
      'user:default/ada': [orders],
      'user:default/bo': [nowhere],
    };
    const streamEntities = jest.fn(async function* stream(
      _: unknown,
      options?: { credentials?: { principal?: unknown } } | object,
    ) {
      const credentials =
        options && 'credentials' in options ? options.credentials : undefined;
      const principal = mockUser(credentials?.principal);
      yield visible[principal] ?? [];
    });
    const get = await start({
      catalog: catalogServiceMock.mock({ streamEntities }).factory,
    });
    const titles = async (user: string) =>
      portfolioSchema
        .parse((await get('', user)).body)
        .items.map(({ title }) => title);
    for (let round = 0; round < 2; round++) {
      expect(await titles('user:default/ada')).toEqual(['orders']);
      expect(await titles('user:default/bo')).toEqual(['nowhere']);
      expect(await titles('user:default/cy')).toEqual([]);
    }
    expect(streamEntities).toHaveBeenCalledTimes(3);
  });

  it('says that a control plane is away, and what may be on it', async () => {
    const get = await start({ kargo: { controlPlanes: [cluster, 'private'] } });
    const { body } = await get('?text=nowhere');
    const answer = portfolioSchema.parse(body);
    expect(answer.notices).toEqual([
      'private could not be read: needs the token of a user.',
    ]);
    expect(answer.items).toMatchObject([
      {
        title: 'nowhere',
        state: 'unknown',
        reason:
          'No control plane that can be read has the project nowhere; private cannot be read.',
      },
    ]);
  });

  it('says what to do where there is nothing', async () => {
    const get = await start({
      catalog: catalogServiceMock.factory({ entities: [] }),
    });
    expect((await get()).body).toMatchObject({
      headline: 'There is no project here.',
      items: [],
      notices: [expect.stringContaining('Set the annotation kargo/project')],
    });
  });

  it('does not start with limits that mean nothing', async () => {
    await expect(
      start({ kargo: { portfolio: { drift: { behindFor: 'a while' } } } }),
    ).rejects.toThrow(/kargo\.portfolio\.drift/);
  });
});

function mockUser(principal: unknown): string {
  return principal !== null &&
    typeof principal === 'object' &&
    'userEntityRef' in principal &&
    typeof principal.userEntityRef === 'string'
    ? principal.userEntityRef
    : '';
}
