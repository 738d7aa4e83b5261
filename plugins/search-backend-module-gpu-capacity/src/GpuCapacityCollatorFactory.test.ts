import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import type { GpuSearchPage } from '@fairway/plugin-gpu-capacity-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { GpuCapacityCollatorFactory } from './GpuCapacityCollatorFactory';

const URL = 'http://backend/api/gpu-capacity/search-documents';

const page: GpuSearchPage = {
  documents: [
    {
      kind: 'pool',
      title: 'H100 (GPU pool)',
      text: 'Accelerators of the cluster gpu-west.',
      entityRef: 'resource:default/h100',
      cluster: 'gpu-west',
      products: ['H100'],
    },
  ],
};

const server = setupServer();

async function collate(
  locationTemplate = '/catalog/:namespace/:kind/:name/gpu-capacity',
) {
  const factory = new GpuCapacityCollatorFactory({
    auth: mockServices.auth({ pluginId: 'search' }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async pluginId => `http://backend/api/${pluginId}`,
    }),
    locationTemplate,
  });
  return TestPipeline.fromCollator(await factory.getCollator()).execute();
}

describe('GpuCapacityCollatorFactory', () => {
  registerMswTestHooks(server);

  it('reads the documents as the search service', async () => {
    const tokens: Array<string | null> = [];
    server.use(
      http.get(URL, ({ request }) => {
        tokens.push(request.headers.get('Authorization'));
        return HttpResponse.json(page);
      }),
    );
    const { documents, error } = await collate();
    expect(error).toBeUndefined();
    expect(documents).toEqual([
      {
        ...page.documents[0],
        location: '/catalog/default/resource/h100/gpu-capacity',
        authorization: { resourceRef: 'resource:default/h100' },
      },
    ]);
    expect(tokens).toEqual([
      expect.stringMatching(/^Bearer mock-service-token:.*"gpu-capacity"/),
    ]);
  });

  it('leads where the tab was moved to', async () => {
    server.use(http.get(URL, () => HttpResponse.json(page)));
    const { documents } = await collate('/e/:kind/:name/:names');
    expect(documents[0].location).toBe('/e/resource/h100/:names');
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
