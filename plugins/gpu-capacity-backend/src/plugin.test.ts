import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import {
  gpuCapacitySchema,
  type GpuCapacity,
} from '@fairway/plugin-gpu-capacity-common';
import request from 'supertest';
import gpuCapacityPlugin from './index';
import { entities, node, pod } from './testObjects';

const cluster = 'gpu-west';
const core = { group: '', apiVersion: 'v1' };

async function start(options: { allowed?: boolean; pods?: boolean } = {}) {
  const { allowed = true, pods = true } = options;
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
              node('gpu-02'),
              node('gpu-03', { pool: 'other' }),
              { metadata: { labels: {} }, kind: 'Node' },
            ],
          },
          ...(pods
            ? [
                {
                  cluster,
                  resource: { ...core, plural: 'pods' },
                  objects: [
                    pod('a', 'gpu-01', 6),
                    pod('b', 'gpu-02', 1),
                    pod('c', 'gpu-03', 8),
                  ],
                },
              ]
            : []),
        ],
      }),
    ],
  });
  return (ref: string) =>
    request(server).get(`/api/gpu-capacity/entities/${ref}/capacity`);
}

async function capacity(
  get: Awaited<ReturnType<typeof start>>,
  ref: string,
): Promise<GpuCapacity> {
  const { status, body } = await get(ref);
  expect(status).toBe(200);
  return gpuCapacitySchema.parse(body);
}

describe('gpu-capacity backend', () => {
  it('accounts for the nodes that the selector names', async () => {
    const pool = await capacity(await start(), 'resource/default/h100');
    expect(pool).toMatchObject({
      scope: 'pool',
      headline:
        '7 of 16 H100 are held; 9 are free, at most 7 of them on one node.',
      groups: [
        { product: 'H100', physical: 16, held: 7, free: 9, largestFree: 7 },
      ],
    });
  });

  it('names no pod of others, and no secret, on the page of a pool', async () => {
    const get = await start();
    const { text } = await get('resource/default/h100');
    expect(text).not.toContain('vision');
    expect(text).not.toContain('hunter2');
  });

  it('shows what the pods of a component hold, over all nodes', async () => {
    expect(
      await capacity(await start(), 'component/default/vision'),
    ).toMatchObject({
      scope: 'workload',
      headline: 'Its pods hold 15 × H100 (nvidia.com/gpu).',
      pods: [
        { name: 'a', node: 'gpu-01', product: 'H100' },
        { name: 'b' },
        { name: 'c' },
      ],
    });
  });

  it('does not take unobserved pods for none', async () => {
    expect(
      await capacity(await start({ pods: false }), 'resource/default/h100'),
    ).toMatchObject({
      headline: expect.stringContaining('how many are held is unknown'),
      pods: { freshness: { status: 'unobserved' } },
    });
  });

  it('names a malformed node and shows the others', async () => {
    const pool = await capacity(await start(), 'resource/default/h100');
    expect(pool).toMatchObject({
      nodes: { malformed: [{ message: expect.stringContaining('name') }] },
    });
  });

  it('denies a caller without the permission', async () => {
    const get = await start({ allowed: false });
    const { status, body } = await get('resource/default/h100');
    expect(status).toBe(403);
    expect(body.error.message).toContain('gpu-capacity.read');
  });

  it('does not know an entity that the catalog does not show', async () => {
    const get = await start();
    expect((await get('resource/default/unknown')).status).toBe(404);
    expect((await get('resource/default/a%20b')).status).toBe(400);
  });

  it.each([
    ['lost', /no cluster "moon"/],
    ['malformed', /not a label selector/],
    ['plain', /Set gpu-capacity\/cluster/],
  ])('says what to do about %s', async (name, advice) => {
    expect(
      await capacity(await start(), `resource/default/${name}`),
    ).toMatchObject({ scope: 'none', advice: expect.stringMatching(advice) });
  });
});
