import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import {
  gpuCapacitySchema,
  whatIfSchema,
  type GpuCapacity,
  type WhatIfRequest,
} from '@fairway/plugin-gpu-capacity-common';
import request from 'supertest';
import gpuCapacityPlugin from './index';
import { entities, node, pod } from './testObjects';

const cluster = 'gpu-west';
const core = { group: '', apiVersion: 'v1' };

interface Setup {
  readonly denied?: readonly string[];
  readonly pods?: boolean;
  /** What the reader owns. */
  readonly ownership?: readonly string[];
}

async function start(options: Setup = {}) {
  const { denied = [], pods = true, ownership = [] } = options;
  const { server } = await startTestBackend({
    features: [
      gpuCapacityPlugin,
      mockServices.rootConfig.factory({
        data: { gpuCapacity: { platformTeams: ['group:default/platform'] } },
      }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: denied.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
      mockServices.userInfo.mock({
        getUserInfo: async () => ({
          userEntityRef: 'user:default/reader',
          ownershipEntityRefs: [...ownership],
        }),
      }).factory,
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
                    pod('a-6f', 'gpu-01', 6),
                    pod('b-1c', 'gpu-02', 1),
                    pod('c-8d', 'gpu-03', 8),
                  ],
                },
              ]
            : []),
        ],
      }),
    ],
  });
  return {
    get: (ref: string) =>
      request(server).get(`/api/gpu-capacity/entities/${ref}/capacity`),
    ask: (question: WhatIfRequest | object) =>
      request(server).post('/api/gpu-capacity/what-if').send(question),
  };
}

async function capacity(ref: string, setup?: Setup): Promise<GpuCapacity> {
  const { get } = await start(setup);
  const { status, body } = await get(ref);
  expect(status).toBe(200);
  return gpuCapacitySchema.parse(body);
}

const gpus = (count: number): WhatIfRequest['shape'] => ({
  kind: 'amounts',
  requests: { 'nvidia.com/gpu': count },
});

describe('gpu-capacity backend', () => {
  it('accounts for the nodes that the selector names', async () => {
    expect(await capacity('resource/default/h100')).toMatchObject({
      scope: 'pool',
      // 7 of gpu-02 and 2 of gpu-01 are free: 8 would do, but not together.
      headline:
        '7 of 16 H100 are held; 9 are free, but no node has 8 usable. An 8-GPU pod would not fit either if any pods moved that may.',
      devices: { unmeasured: 7, usable: 9 },
      groups: [
        {
          product: 'H100',
          owned: 16,
          devices: 16,
          largestFree: 7,
          slots: [
            { devices: 1, slots: 9 },
            { devices: 2, slots: 4 },
            { devices: 4, slots: 1 },
            { devices: 8, slots: 0 },
          ],
        },
      ],
    });
  });

  it('does not take unobserved pods for none', async () => {
    expect(
      await capacity('resource/default/h100', { pods: false }),
    ).toMatchObject({
      headline: expect.stringContaining('how many are held is unknown'),
      pods: { freshness: { status: 'unobserved' } },
      devices: { unknown: 16 },
    });
  });

  it('names a malformed node and shows the others', async () => {
    expect(await capacity('resource/default/h100')).toMatchObject({
      nodes: { malformed: [{ message: expect.stringContaining('name') }] },
    });
  });

  it('does not know an entity that the catalog does not show', async () => {
    const { get } = await start();
    expect((await get('resource/default/unknown')).status).toBe(404);
    expect((await get('resource/default/a%20b')).status).toBe(400);
  });

  it.each([
    ['lost', /no cluster "moon"/],
    ['malformed', /not a label selector/],
    ['plain', /Set gpu-capacity\/cluster/],
  ])('says what to do about %s', async (name, advice) => {
    expect(await capacity(`resource/default/${name}`)).toMatchObject({
      scope: 'none',
      advice: expect.stringMatching(advice),
    });
  });

  describe('what a reader may know', () => {
    it('denies every route to a caller without the permission', async () => {
      const { get, ask } = await start({ denied: ['gpu-capacity.read'] });
      for (const { status, body } of [
        await get('resource/default/h100'),
        await ask({ shape: gpus(1) }),
      ]) {
        expect(status).toBe(403);
        expect(body.error.message).toContain('gpu-capacity.read');
      }
    });

    it('names no pod of others, and no secret, on the page of a pool', async () => {
      const { get } = await start();
      const { text } = await get('resource/default/h100');
      expect(text).not.toMatch(/vision|6f|1c|hunter2/);
    });

    it('says how much the pods of a component hold, and names them to nobody but its owners', async () => {
      const { get } = await start({ ownership: ['group:default/speech-team'] });
      const { body, text } = await get('component/default/vision');
      expect(gpuCapacitySchema.parse(body)).toMatchObject({
        headline: 'Its pods hold 15 × nvidia.com/gpu.',
        pods: [],
        hidden: { pods: 3, devices: { 'nvidia.com/gpu': 15 } },
      });
      expect(text).not.toMatch(/6f|1c|8d|"namespace"/);
    });

    it.each([
      ['owners', 'group:default/vision-team'],
      ['platform teams', 'group:default/platform'],
    ])('names them to %s', async (_, ref) => {
      expect(
        await capacity('component/default/vision', { ownership: [ref] }),
      ).toMatchObject({
        headline: 'Its pods hold 15 × H100 (nvidia.com/gpu).',
        pods: [
          { name: 'a-6f', node: 'gpu-01', product: 'H100' },
          { name: 'b-1c' },
          { name: 'c-8d' },
        ],
        hidden: { pods: 0 },
      });
    });

    it('names them to nobody without the permission to see workloads', async () => {
      expect(
        await capacity('component/default/vision', {
          ownership: ['group:default/vision-team'],
          denied: ['gpu-capacity.workload.read'],
        }),
      ).toMatchObject({ pods: [], hidden: { pods: 3 } });
    });
  });

  describe('what if', () => {
    it('says where a shape fits, and how often', async () => {
      const { ask } = await start();
      const { body } = await ask({ shape: gpus(2), replicas: 4 });
      expect(whatIfSchema.parse(body)).toMatchObject({
        sentence: '4 pods with 2 GPUs: All 4 fit, on 2 nodes.',
        clusters: [
          {
            outcome: 'go',
            slots: 4,
            feasible: [
              { node: 'gpu-02', slots: 3 },
              { node: 'gpu-01', slots: 1 },
            ],
          },
        ],
      });
    });

    it('puts all within one domain where that is asked', async () => {
      const { ask } = await start();
      const { body } = await ask({
        shape: gpus(2),
        replicas: 4,
        domainLabel: 'kubernetes.io/hostname',
      });
      // None of the nodes has that label.
      expect(whatIfSchema.parse(body).clusters).toMatchObject([
        { verdict: 'does-not-fit', domains: [] },
      ]);
      const pools = await ask({
        shape: gpus(1),
        replicas: 10,
        domainLabel: 'pool',
      });
      expect(whatIfSchema.parse(pools.body).clusters).toMatchObject([
        {
          verdict: 'does-not-fit',
          slots: 9,
          nodes: 2,
          domains: [
            { domain: 'h100', slots: 9 },
            { domain: 'other', slots: 0 },
          ],
        },
      ]);
    });

    it('says why not, in the words of the scheduler and with what nearly fits', async () => {
      const { ask } = await start();
      const { body } = await ask({ shape: gpus(8) });
      expect(whatIfSchema.parse(body).clusters).toMatchObject([
        {
          outcome: 'fragmentation',
          message: '0/3 nodes are available: 3 Insufficient nvidia.com/gpu.',
          nearMisses: [
            { sentence: '3 nodes have at most 7 of the 8 GPUs free.' },
          ],
        },
      ]);
    });

    it('reads a pasted template', async () => {
      const { ask } = await start();
      const text = `
kind: ConfigMap
---
kind: Deployment
spec:
  template:
    spec:
      nodeSelector: { pool: other }
      containers:
        - resources: { limits: { nvidia.com/gpu: 1 } }
`;
      const { body } = await ask({ shape: { kind: 'yaml', text } });
      expect(whatIfSchema.parse(body)).toMatchObject({
        shape: { part: 'Deployment', requests: { 'nvidia.com/gpu': 1 } },
        clusters: [{ verdict: 'does-not-fit' }],
      });
    });

    it.each([
      ['no YAML', { kind: 'yaml', text: '{{' }, /not YAML/],
      ['no pod in it', { kind: 'yaml', text: 'kind: ConfigMap' }, /no pod/],
      [
        'a quantity that is none',
        { kind: 'amounts', requests: { cpu: 'many' } },
        /requests/,
      ],
    ])('says what is wrong with %s', async (_, shape, message) => {
      const { ask } = await start();
      const { status, body } = await ask({ shape });
      expect(status).toBe(400);
      expect(body.error.message).toMatch(message);
    });

    it('says which cluster cannot be read', async () => {
      const { ask } = await start();
      const { body } = await ask({
        shape: gpus(1),
        clusters: ['moon', 'gpu-west'],
      });
      expect(whatIfSchema.parse(body)).toMatchObject({
        clusters: [{ cluster: { name: 'gpu-west' } }],
        unread: [{ cluster: 'moon', reason: expect.any(String) }],
      });
    });
  });
});
