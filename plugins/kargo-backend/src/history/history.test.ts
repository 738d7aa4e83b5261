import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { historyPageSchema } from '@fairway/plugin-kargo-common';
import { setTimeout as delay } from 'node:timers/promises';
import request from 'supertest';
import { FREIGHTS, PROMOTIONS, STAGES } from '../domain/kargoResources';
import kargoPlugin from '../index';
import {
  entities,
  freight,
  promotion,
  promotionRow,
  stage,
} from '../testObjects';

const cluster = 'platform';
const succeeded = promotion('prod.01.76415fe', 'prod', {
  phase: 'Succeeded',
  startedAt: '2026-11-21T10:29:00Z',
  finishedAt: '2026-11-21T10:30:00Z',
});

async function start(allowed = true) {
  const { server } = await startTestBackend({
    features: [
      kargoPlugin,
      mockServices.permissions.factory({
        result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
      catalogServiceMock.factory({ entities }),
      clusterResourcesServiceMock.factory({
        collections: [
          { cluster, resource: STAGES.resource, objects: [stage('prod')] },
          { cluster, resource: FREIGHTS.resource, objects: [freight] },
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
  return (name: string, path = 'history') =>
    request(server).get(
      `/api/kargo/entities/component/default/${name}/${path}`,
    );
}

async function recorded(get: Awaited<ReturnType<typeof start>>) {
  for (let attempt = 0; attempt < 100; attempt++) {
    const { body } = await get('orders');
    const page = historyPageSchema.parse(body);
    if (page.total > 0) return page;
    await delay(50);
  }
  throw new Error('Nothing was recorded');
}

describe('history of an entity', () => {
  it('says who did what and when, the newest first', async () => {
    const get = await start();
    const { items, total } = await recorded(get);
    expect(total).toBe(3);
    expect(items.map(({ entry }) => [entry.kind, entry.at])).toEqual([
      ['promotion-finished', '2026-11-21T10:30:00.000Z'],
      ['promotion-started', '2026-11-21T10:29:00.000Z'],
      ['promotion-created', '2026-11-21T10:00:00.000Z'],
    ]);
    expect(items[0].summary).toContain('1.8.3');
  });

  it('gives it as a file', async () => {
    const get = await start();
    await recorded(get);
    const csv = await get('orders', 'history/export?format=csv');
    expect(csv.status).toBe(200);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.headers['content-disposition']).toContain('promotions.csv');
    expect(csv.text.trim().split('\r\n')).toHaveLength(4);
    const json = await get('orders', 'history/export?format=json');
    expect(JSON.parse(json.text)).toHaveLength(3);
  });

  it('does not answer for the project of somebody else', async () => {
    const get = await start();
    await recorded(get);
    const { body } = await get('orders', 'history?project=payments');
    expect(body.items[0].entry.project).toBe('orders');
    expect((await get('orders', 'history?controlPlane=moon')).status).toBe(404);
    expect((await get('plain')).status).toBe(404);
  });

  it.each(['history', 'history/export'])('denies %s', async path => {
    const get = await start(false);
    const { status, body } = await get('orders', path);
    expect(status).toBe(403);
    expect(body.error.message).toContain('kargo.promotion.read');
  });

  it('refuses what it does not understand', async () => {
    const get = await start();
    const { status, body } = await get('orders', 'history?kind=party&limit=0');
    expect(status).toBe(400);
    expect(body.error.message).toMatch(/kind.*limit/);
  });
});
