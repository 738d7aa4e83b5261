import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import {
  gpuCapacitySchema,
  whatIfSchema,
} from '@fairway/plugin-gpu-capacity-common';
import request from 'supertest';
import gpuCapacityPlugin from './index';
import { entities, node } from './testObjects';

const cluster = 'gpu-west';
const DRIVER = 'gpu.nvidia.com';
const GPU = 'nvidia.com/gpu';

const device = (name: string, more: object = {}) => ({
  name,
  attributes: {
    type: { string: 'gpu' },
    productName: { string: 'NVIDIA B200' },
  },
  ...more,
});

const claim = (
  name: string,
  held: string,
  reservedFor: Array<Record<string, string>>,
) => ({
  metadata: { name, namespace: 'vision', uid: name },
  spec: { devices: { requests: [] } },
  status: {
    reservedFor,
    allocation: {
      devices: {
        results: [
          { request: 'gpu', driver: DRIVER, pool: 'dra-01', device: held },
        ],
      },
    },
  },
});

/** A node without a device plugin, whose driver publishes five devices: two held, one of them by nobody, one broken. */
async function start(version: string) {
  const dra = (plural: string) => ({
    group: 'resource.k8s.io',
    apiVersion: version,
    plural,
  });
  const plain = node('dra-01');
  const amounts = { cpu: '96', memory: '1Ti', pods: '110' };
  const { server } = await startTestBackend({
    features: [
      gpuCapacityPlugin,
      mockServices.permissions.factory(),
      catalogServiceMock.factory({ entities }),
      clusterResourcesServiceMock.factory({
        collections: [
          {
            cluster,
            resource: { group: '', apiVersion: 'v1', plural: 'nodes' },
            objects: [
              {
                ...plain,
                metadata: { name: 'dra-01', labels: { pool: 'h100' } },
                status: {
                  capacity: amounts,
                  allocatable: amounts,
                  conditions: [{ type: 'Ready', status: 'True' }],
                },
              },
            ],
          },
          {
            cluster,
            resource: { group: '', apiVersion: 'v1', plural: 'pods' },
            objects: [
              {
                metadata: { name: 'a', namespace: 'vision', uid: 'a' },
                spec: {
                  nodeName: 'dra-01',
                  containers: [{}],
                  resourceClaims: [{ name: 'gpu', resourceClaimName: 'used' }],
                },
                status: { phase: 'Running' },
              },
            ],
          },
          {
            cluster,
            resource: dra('resourceslices'),
            objects: [
              {
                metadata: { name: 's' },
                spec: {
                  driver: DRIVER,
                  nodeName: 'dra-01',
                  pool: {
                    name: 'dra-01',
                    generation: 1,
                    resourceSliceCount: 1,
                  },
                  devices: [
                    device('gpu-0'),
                    device('gpu-1'),
                    device('gpu-2'),
                    device('gpu-3'),
                    device('gpu-4', {
                      taints: [
                        { key: 'xid', value: '79', effect: 'NoExecute' },
                      ],
                    }),
                  ],
                },
              },
            ],
          },
          {
            cluster,
            resource: dra('resourceclaims'),
            objects: [
              claim('used', 'gpu-0', [
                { resource: 'pods', name: 'a', uid: 'a' },
              ]),
              claim('leaked', 'gpu-1', []),
            ],
          },
          {
            cluster,
            resource: dra('deviceclasses'),
            objects: [
              {
                metadata: { name: DRIVER },
                spec: {
                  extendedResourceName: GPU,
                  selectors: [
                    { cel: { expression: `device.driver == "${DRIVER}"` } },
                  ],
                },
              },
            ],
          },
        ],
      }),
    ],
  });
  return {
    pool: async () => {
      const { body } = await request(server).get(
        '/api/gpu-capacity/entities/resource/default/h100/capacity',
      );
      return gpuCapacitySchema.parse(body);
    },
    ask: async (gpus: number) => {
      const { body } = await request(server)
        .post('/api/gpu-capacity/what-if')
        .send({ shape: { kind: 'amounts', requests: { [GPU]: gpus } } });
      return whatIfSchema.parse(body);
    },
  };
}

describe('devices by claims', () => {
  it.each(['v1', 'v1beta2'])(
    'are accounted for, each once, in %s',
    async version => {
      const { pool } = await start(version);
      expect(await pool()).toMatchObject({
        headline: expect.stringContaining('1 of 5 B200 is held'),
        devices: { unmeasured: 1, usable: 2, blocked: 2 },
        groups: [
          {
            product: 'NVIDIA B200',
            resource: DRIVER,
            owned: 5,
            slots: [
              { devices: 1, slots: 2 },
              { devices: 2, slots: 1 },
              { devices: 4, slots: 0 },
              { devices: 8, slots: 0 },
            ],
          },
        ],
        health: [
          { kind: 'device-taint', devices: 1 },
          { kind: 'leaked-claim', devices: 1 },
        ],
      });
    },
  );

  it('answer an extended resource that no device plugin offers', async () => {
    const { ask } = await start('v1');
    expect((await ask(2)).clusters).toMatchObject([
      { verdict: 'fits', feasible: [{ node: 'dra-01', slots: 1 }] },
    ]);
    expect((await ask(3)).clusters).toMatchObject([
      {
        verdict: 'does-not-fit',
        message: '0/1 nodes are available: 1 cannot allocate all claims.',
      },
    ]);
  });

  it('leave no box where the cluster does not serve them', async () => {
    const { pool } = await start('v1alpha1');
    const answer = await pool();
    expect(answer).toMatchObject({ groups: [], health: [] });
    expect(JSON.stringify(answer)).not.toContain('"claims"');
  });
});
