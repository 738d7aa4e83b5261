import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import {
  entityPromotionsSchema,
  freightComparisonSchema,
  promotionDetailSchema,
  stageDetailSchema,
} from '@fairway/plugin-kargo-common';
import request from 'supertest';
import {
  FREIGHTS,
  PROMOTIONS,
  STAGES,
  WAREHOUSES,
} from './domain/kargoResources';
import kargoPlugin from './index';
import {
  entities,
  freight,
  newFreight,
  promotion,
  promotionRow,
  sharedProjectEntity,
  stage,
  warehouse,
} from './testObjects';

const cluster = 'platform';
const succeeded = promotion('prod.01.76415fe', 'prod');

async function start(
  options: {
    allowed?: boolean;
    freights?: Array<typeof freight>;
  } = {},
) {
  const { allowed = true, freights = [freight] } = options;
  const { server } = await startTestBackend({
    features: [
      kargoPlugin,
      mockServices.rootConfig.factory({
        data: {
          integrations: { github: [{ host: 'github.com' }] },
          kargo: {
            links: { platform: { kargo: 'https://kargo.example.com' } },
          },
        },
      }),
      mockServices.permissions.factory({
        result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
      catalogServiceMock.factory({
        entities: [...entities, sharedProjectEntity],
      }),
      clusterResourcesServiceMock.factory({
        clusters: [
          { name: cluster, title: 'Platform', access: { transport: 'direct' } },
          { name: 'plain', access: { transport: 'direct' } },
          {
            name: 'private',
            access: { transport: 'none', reason: 'needs the token of a user' },
          },
        ],
        collections: [
          {
            cluster,
            resource: STAGES.resource,
            objects: [
              stage('prod', ['test']),
              stage('test'),
              {
                kind: 'Stage',
                metadata: { name: 'broken', namespace: 'orders' },
              },
            ],
          },
          { cluster, resource: FREIGHTS.resource, objects: freights },
          { cluster, resource: WAREHOUSES.resource, objects: [warehouse] },
          { cluster, resource: PROMOTIONS.resource, objects: [succeeded] },
          {
            cluster,
            resource: PROMOTIONS.resource,
            as: 'rows',
            objects: [promotionRow(succeeded)],
          },
        ],
      }),
    ],
  });
  return (name: string, path = 'promotions') =>
    request(server).get(
      `/api/kargo/entities/component/default/${name}/${path}`,
    );
}

describe('kargo backend', () => {
  it('answers with stages, freight and promotions of an entity', async () => {
    const get = await start();
    const { status, body } = await get('orders');
    expect(status).toBe(200);
    const answer = entityPromotionsSchema.parse(body);
    expect(answer.headline).toBe('1.8.3 is in production, healthy.');
    expect(answer.riskClass).toBe('application');
    const [project] = answer.projects;
    expect(project.controlPlane).toMatchObject({
      name: cluster,
      title: 'Platform',
    });
    expect(
      project.stages.items.map(({ name, final, freight: current }) => [
        name,
        Boolean(final),
        current?.version,
        current?.since,
      ]),
    ).toEqual([
      ['test', false, '1.8.3', '2026-11-21T10:05:00Z'],
      ['prod', true, '1.8.3', '2026-11-21T10:30:00Z'],
    ]);
    expect(project.promotions.items[0]).toMatchObject({
      stage: 'prod',
      phase: 'Succeeded',
      version: '1.8.3',
    });
  });

  it.each([
    'promotions',
    `promotions/${cluster}/prod.01.76415fe`,
    `stages/${cluster}/prod`,
  ])('sends no step configuration to the browser in %s', async path => {
    const get = await start();
    const { text, status } = await get('orders', path);
    expect(status).toBe(200);
    expect(text).not.toContain('secret@example.com');
  });

  it('says that no stage takes freight from the warehouse of an entity', async () => {
    const get = await start();
    const { body } = await get('search');
    expect(body.notices).toEqual([
      'The annotation kargo/warehouse names "search", from which no stage of orders takes freight.',
    ]);
    expect(body.projects[0].stages.items).toEqual([]);
  });

  it('names a malformed object and shows the others', async () => {
    const get = await start();
    const { body } = await get('orders');
    expect(body.projects[0].stages.malformed).toEqual([
      { key: 'orders/broken', message: expect.stringContaining('uid') },
    ]);
  });

  it.each([
    'promotions',
    `promotions/${cluster}/prod.01.76415fe`,
    `stages/${cluster}/prod`,
    `comparison?from=stage:${cluster}/test&to=stage:${cluster}/prod`,
  ])('denies a caller without the permission %s', async path => {
    const get = await start({ allowed: false });
    const { status, body } = await get('orders', path);
    expect(status).toBe(403);
    expect(body.error.message).toContain('kargo.promotion.read');
  });

  it('says what is wrong with a warehouse, and leads to Kargo', async () => {
    const get = await start();
    const { body } = await get('orders');
    const [project] = entityPromotionsSchema.parse(body).projects;
    expect(project.controlPlane.url).toBe(
      'https://kargo.example.com/project/orders',
    );
    expect(project.warehouses.items[0].problem).toEqual({
      message: 'Unable to discover artifacts: 401',
      since: '2026-11-21T09:00:00Z',
    });
  });

  it('reads one promotion with its steps', async () => {
    const get = await start();
    const { body } = await get(
      'orders',
      `promotions/${cluster}/prod.01.76415fe`,
    );
    expect(promotionDetailSchema.parse(body)).toMatchObject({
      stage: 'prod',
      phase: 'Succeeded',
      steps: [{ name: 'git-clone', uses: 'git-clone' }],
      links: [
        {
          title: 'Open in Kargo',
          url: 'https://kargo.example.com/project/orders/stage/prod',
        },
      ],
    });
    const gone = await get('orders', `promotions/${cluster}/prod.00.gone`);
    expect(gone.status).toBe(404);
    expect(gone.body.error.message).toMatch(/Kargo removes old ones/);
  });

  it('explains why the newest version is not in a stage', async () => {
    const get = await start({ freights: [freight, newFreight] });
    const explain = async (path: string) =>
      stageDetailSchema.parse((await get('orders', path)).body);
    const prod = await explain(`stages/${cluster}/prod?freight=rusty-heron`);
    expect(prod.explanations[0]).toMatchObject({
      version: '1.8.4',
      status: 'stopped',
      sentence:
        '1.8.4 is not in prod: it has not been in test; what is there has to be verified first; somebody has to promote it: auto-promotion is off.',
    });
    const test = await explain(`stages/${cluster}/test`);
    expect(test.explanations[0]).toMatchObject({
      version: '1.8.4',
      reasons: [{ kind: 'current-unverified' }, { kind: 'manual' }],
    });
    expect(test.history[0].items[0].version).toBe('1.8.3');
  });

  it('compares what is in a stage with freight', async () => {
    const get = await start({ freights: [freight, newFreight] });
    const { body } = await get(
      'orders',
      `comparison?from=stage:${cluster}/prod&to=freight:${cluster}/rusty-heron`,
    );
    expect(freightComparisonSchema.parse(body)).toMatchObject({
      from: { title: 'what is in prod', version: '1.8.3' },
      to: { title: 'freight 1.8.4' },
      changes: [
        { type: 'image', change: 'changed', from: '1.8.3', to: '1.8.4' },
      ],
      summary: '1 image of 1 artifacts differ.',
    });
  });

  it.each([
    [`stages/${cluster}/nope`, 404],
    ['stages/moon/prod', 404],
    [`stages/${cluster}/prod?freight=nope`, 404],
    [`comparison?from=prod&to=stage:${cluster}/prod`, 400],
    [`comparison?from=stage:${cluster}/prod`, 400],
    [`comparison?from=stage:${cluster}/nope&to=stage:${cluster}/prod`, 404],
  ])('answers %s with %d', async (path, status) => {
    const get = await start();
    expect((await get('orders', path)).status).toBe(status);
  });

  it('does not know an entity that the catalog does not show', async () => {
    const get = await start();
    expect((await get('unknown')).status).toBe(404);
    expect((await get('a%20b')).status).toBe(400);
  });

  it.each([
    ['nowhere', /No control plane has the project nowhere/, /Create/],
    ['plain', /has no Kargo project/, /Set the annotation kargo\/project/],
    ['malformed', /cannot be read/, /"\.\.\/orders"/],
    ['elsewhere', /cannot be said/, /names "moon"/],
  ])('says what to do about %s', async (name, headline, notice) => {
    const get = await start();
    const { status, body } = await get(name);
    expect(status).toBe(200);
    expect(body.headline).toMatch(headline);
    expect(body.notices.join(' ')).toMatch(notice);
    expect(body.projects).toEqual([]);
  });
});
