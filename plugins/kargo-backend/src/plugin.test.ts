import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { entityPromotionsSchema } from '@fairway/plugin-kargo-common';
import request from 'supertest';
import { FREIGHTS, PROMOTIONS, STAGES } from './domain/kargoResources';
import kargoPlugin from './index';
import { entities, freight, promotion, stage } from './testObjects';

const cluster = 'platform';

async function start(options: { allowed?: boolean } = {}) {
  const { allowed = true } = options;
  const { server } = await startTestBackend({
    features: [
      kargoPlugin,
      mockServices.permissions.factory({
        result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
      catalogServiceMock.factory({ entities }),
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
          { cluster, resource: FREIGHTS.resource, objects: [freight] },
          {
            cluster,
            resource: PROMOTIONS.resource,
            objects: [promotion('prod.01.76415fe', 'prod')],
          },
        ],
      }),
    ],
  });
  return (name: string) =>
    request(server).get(
      `/api/kargo/entities/component/default/${name}/promotions`,
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
    expect(project.controlPlane).toEqual({ name: cluster, title: 'Platform' });
    expect(
      project.stages.items.map(({ name, final, freight: current }) => [
        name,
        final,
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

  it('sends no step configuration to the browser', async () => {
    const get = await start();
    const { text } = await get('orders');
    expect(text).not.toContain('secret@example.com');
  });

  it('names a malformed object and shows the others', async () => {
    const get = await start();
    const { body } = await get('orders');
    expect(body.projects[0].stages.malformed).toEqual([
      { key: 'orders/broken', message: expect.stringContaining('uid') },
    ]);
  });

  it('denies a caller without the permission', async () => {
    const get = await start({ allowed: false });
    const { status, body } = await get('orders');
    expect(status).toBe(403);
    expect(body.error.message).toContain('kargo.promotion.read');
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
