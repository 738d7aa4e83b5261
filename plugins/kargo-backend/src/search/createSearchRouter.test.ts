import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { kargoSearchPageSchema } from '@fairway/plugin-kargo-common';
import request from 'supertest';
import { FREIGHTS, STAGES } from '../domain/kargoResources';
import kargoPlugin from '../index';
import { entities, freight, stage } from '../testObjects';

const cluster = 'platform';

async function start(
  options: { stages?: number; allowed?: boolean; copies?: number } = {},
) {
  const { stages = 1, allowed = true, copies = 0 } = options;
  const [orders] = entities;
  const { server } = await startTestBackend({
    features: [
      kargoPlugin,
      mockServices.permissions.factory({
        result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
      catalogServiceMock.factory({
        entities: [
          ...entities,
          ...Array.from({ length: copies }, (_, index) => ({
            ...orders,
            metadata: { ...orders.metadata, name: `orders-${index}` },
          })),
        ],
      }),
      clusterResourcesServiceMock.factory({
        collections: [
          {
            cluster,
            resource: STAGES.resource,
            objects: Array.from({ length: stages }, (_, index) =>
              stage(`test-${index}`),
            ),
          },
          { cluster, resource: FREIGHTS.resource, objects: [freight] },
        ],
      }),
    ],
  });
  return async (query = '', authorization = mockCredentials.service.header()) =>
    request(server)
      .get(`/api/kargo/search-documents${query}`)
      .set('Authorization', authorization);
}

describe('GET /search-documents', () => {
  it('has the stages and the freight of entities with a project', async () => {
    const get = await start();
    const { status, body } = await get();
    expect(status).toBe(200);
    const { documents, nextCursor } = kargoSearchPageSchema.parse(body);
    expect(nextCursor).toBeUndefined();
    expect(
      documents.map(({ kind, title, entityRef, selection }) => [
        kind,
        title,
        entityRef,
        selection,
      ]),
    ).toEqual([
      [
        'stage',
        'test-0 of orders',
        'component:default/orders',
        { stage: 'platform/test-0' },
      ],
      [
        'freight',
        '1.8.3 of orders',
        'component:default/orders',
        { tab: 'freight' },
      ],
    ]);
  });

  it('has every entity on one page', async () => {
    const get = await start({ stages: 400, copies: 5 });
    const refs: string[] = [];
    let cursor: string | undefined = '';
    let pages = 0;
    while (cursor !== undefined) {
      const { body } = await get(
        cursor && `?cursor=${encodeURIComponent(cursor)}`,
      );
      const page = kargoSearchPageSchema.parse(body);
      refs.push(...page.documents.map(({ entityRef }) => entityRef));
      cursor = page.nextCursor;
      pages += 1;
    }
    // 6 entities of 401 documents, three of which fill a page.
    expect(pages).toBe(2);
    expect(refs).toHaveLength(6 * 401);
    expect(new Set(refs).size).toBe(6);
  });

  it.each([
    ['a person', mockCredentials.user.header()],
    ['nobody', mockCredentials.none.header()],
  ])('refuses %s', async (_, authorization) => {
    const get = await start();
    const { status } = await get('', authorization);
    expect([401, 403]).toContain(status);
  });

  it('denies a service without the permission', async () => {
    const get = await start({ allowed: false });
    expect((await get()).status).toBe(403);
  });
});
