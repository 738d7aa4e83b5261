import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import type { KargoSearchPage } from '@fairway/plugin-kargo-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { KargoCollatorFactory } from './KargoCollatorFactory';

const URL = 'http://backend/api/kargo/search-documents';

const pages: Record<string, KargoSearchPage> = {
  '': {
    documents: [
      {
        kind: 'stage',
        title: 'prod of Orders',
        text: 'Kargo stage prod.',
        entityRef: 'component:default/orders',
        selection: { stage: 'platform/prod eu' },
        project: 'orders',
        controlPlane: 'platform',
        stage: 'prod eu',
        version: '1.8.2',
      },
    ],
    nextCursor: 'component:default/orders',
  },
  'component:default/orders': {
    documents: [
      {
        kind: 'freight',
        title: '2.0 of Shop',
        text: 'Kargo freight.',
        entityRef: 'system:shops/shop',
        selection: { tab: 'freight' },
        project: 'shop',
        controlPlane: 'platform',
        version: '2.0',
      },
    ],
  },
};

const server = setupServer();

async function collate(
  locationTemplate = '/catalog/:namespace/:kind/:name/promotions',
) {
  const factory = new KargoCollatorFactory({
    auth: mockServices.auth({ pluginId: 'search' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId => `http://backend/api/${pluginId}`,
    }),
    locationTemplate,
  });
  return TestPipeline.fromCollator(await factory.getCollator()).execute();
}

describe('KargoCollatorFactory', () => {
  registerMswTestHooks(server);

  it('reads page after page as the search service', async () => {
    const tokens: Array<string | null> = [];
    server.use(
      http.get(URL, ({ request }) => {
        tokens.push(request.headers.get('Authorization'));
        const cursor = new globalThis.URL(request.url).searchParams.get(
          'cursor',
        );
        return HttpResponse.json(pages[cursor ?? '']);
      }),
    );
    const { documents, error } = await collate();
    expect(error).toBeUndefined();
    expect(documents).toEqual([
      {
        kind: 'stage',
        title: 'prod of Orders',
        text: 'Kargo stage prod.',
        location:
          '/catalog/default/component/orders/promotions?stage=platform%2Fprod+eu',
        authorization: { resourceRef: 'component:default/orders' },
        entityRef: 'component:default/orders',
        project: 'orders',
        controlPlane: 'platform',
        stage: 'prod eu',
        version: '1.8.2',
      },
      expect.objectContaining({
        title: '2.0 of Shop',
        location: '/catalog/shops/system/shop/promotions?tab=freight',
      }),
    ]);
    expect(tokens).toHaveLength(2);
    expect(tokens[0]).toMatch(/^Bearer mock-service-token:/);
    expect(tokens[0]).toContain('"kargo"');
  });

  it('leads where the tab was moved to', async () => {
    server.use(
      http.get(URL, () => HttpResponse.json(pages['component:default/orders'])),
    );
    const { documents } = await collate('/e/:kind/:name/:names');
    expect(documents[0].location).toBe('/e/system/shop/:names?tab=freight');
  });

  it.each([
    [
      'a refusal',
      () => HttpResponse.json({}, { status: 403 }),
      /failed with 403/,
    ],
    [
      'an answer that is not of the contract',
      () => HttpResponse.json({ documents: [{ kind: 'secret' }] }),
      /expected one of/,
    ],
  ])(
    'fails on %s, so that the index stays as it is',
    async (_, answer, message) => {
      server.use(http.get(URL, answer));
      const { error, documents } = await collate();
      expect(String(error)).toMatch(message);
      expect(documents).toEqual([]);
    },
  );
});
