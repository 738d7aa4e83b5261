import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import { gpuSearchPageSchema } from '@fairway/plugin-gpu-capacity-common';
import request from 'supertest';
import gpuCapacityPlugin from '../index';
import { entities, node, pod } from '../testObjects';

const cluster = 'gpu-west';
const core = { group: '', apiVersion: 'v1' };

async function get(
  options: { allowed?: boolean; authorization?: string } = {},
) {
  const { allowed = true } = options;
  const { authorization = mockCredentials.service.header() } = options;
  const { server } = await startTestBackend({
    features: [
      gpuCapacityPlugin,
      mockServices.permissions.factory({
        result: allowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
      catalogServiceMock.factory({ entities }),
      clusterResourcesServiceMock.factory({
        collections: [
          {
            cluster,
            resource: { ...core, plural: 'nodes' },
            objects: [
              node('gpu-01'),
              node('gpu-02', {
                pool: 'other',
                'nvidia.com/gpu.product': 'NVIDIA-L4',
              }),
            ],
          },
          {
            cluster,
            resource: { ...core, plural: 'pods' },
            objects: [pod('a-6f', 'gpu-01', 6)],
          },
        ],
      }),
    ],
  });
  return request(server)
    .get('/api/gpu-capacity/search-documents')
    .set('Authorization', authorization);
}

describe('GET /search-documents', () => {
  it('has the pools and clusters of the catalog, with the products that are there', async () => {
    const { status, body, text } = await get();
    expect(status).toBe(200);
    expect(gpuSearchPageSchema.parse(body).documents).toEqual([
      {
        kind: 'pool',
        title: 'h100 (GPU pool)',
        text: 'Accelerators of the cluster gpu-west. H100 nvidia.com/gpu',
        entityRef: 'resource:default/h100',
        cluster: 'gpu-west',
        products: ['H100'],
      },
      // A cluster that nobody knows is found by its name.
      {
        kind: 'cluster',
        title: 'lost (GPU cluster)',
        text: 'Accelerators of the cluster moon.',
        entityRef: 'resource:default/lost',
        cluster: 'moon',
        products: [],
      },
    ]);
    expect(text).not.toMatch(/vision|6f/);
  });

  it.each([
    ['a person', mockCredentials.user.header()],
    ['nobody', mockCredentials.none.header()],
  ])('refuses %s', async (_, authorization) => {
    const { status } = await get({ authorization });
    expect([401, 403]).toContain(status);
  });

  it('denies a service without the permission', async () => {
    expect((await get({ allowed: false })).status).toBe(403);
  });
});
