import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  TestDatabases,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { clusterResourcesServiceMock } from '@fairway/kubernetes-resources/testUtils';
import {
  gpuCapacitySchema,
  overviewSchema,
  poolHistorySchema,
} from '@fairway/plugin-gpu-capacity-common';
import request from 'supertest';
import gpuCapacityPlugin from './index';
import { entities, node, pod } from './testObjects';

const cluster = 'gpu-west';
const core = { group: '', apiVersion: 'v1' };

const refused = (name: string) => ({
  ...pod(name, 'gpu-01', 1),
  status: {
    phase: 'Failed',
    reason: 'UnexpectedAdmissionError',
    startTime: new Date(Date.now() - 60_000).toISOString(),
  },
});

const crashing = {
  ...pod('d-secret', 'gpu-02', 2),
  status: {
    phase: 'Running',
    containerStatuses: [
      { restartCount: 9, state: { waiting: { reason: 'CrashLoopBackOff' } } },
    ],
  },
};

interface Setup {
  readonly denied?: readonly string[];
  /** Refs of entities that the reader may not see. */
  readonly hidden?: readonly string[];
}

const groups = ['vision-team', 'platform'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
}));

/** A catalog in which a person does not see everything that the portal sees. */
function catalogOf(hidden: readonly string[]) {
  const auth = mockServices.auth();
  const all = catalogServiceMock({ entities: [...entities, ...groups] });
  return catalogServiceMock.mock({
    ...all,
    getEntities: (query, options) => all.getEntities(query, options),
    streamEntities: (query, options) => all.streamEntities(query, options),
    getEntityByRef: (ref, options) => all.getEntityByRef(ref, options),
    getEntitiesByRefs: async (query, options) => {
      const { items } = await all.getEntitiesByRefs(query, options);
      return {
        items: items.map((item, index) =>
          options &&
          'credentials' in options &&
          auth.isPrincipal(options.credentials, 'user') &&
          hidden.includes(query.entityRefs[index])
            ? undefined
            : item,
        ),
      };
    },
  });
}

// The connection of a test backend stays open when the backend stops; these are closed.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

async function start(options: Setup = {}) {
  const { denied = [], hidden = [] } = options;
  const actionsRegistry = actionsRegistryServiceMock();
  const { server } = await startTestBackend({
    features: [
      gpuCapacityPlugin,
      mockServices.database.factory({ knex: await databases.init('SQLITE_3') }),
      createServiceFactory({
        service: actionsRegistryServiceRef,
        deps: {},
        factory: () => actionsRegistry,
      }),
      mockServices.rootConfig.factory({
        data: {
          gpuCapacity: {
            prices: [{ product: 'H100', perHour: 2, currency: 'EUR' }],
          },
        },
      }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: denied.includes(permission.name)
              ? AuthorizeResult.DENY
              : AuthorizeResult.ALLOW,
          })),
      }).factory,
      catalogOf(hidden).factory,
      clusterResourcesServiceMock.factory({
        collections: [
          {
            cluster,
            resource: { ...core, plural: 'nodes' },
            objects: [node('gpu-01'), node('gpu-02')],
          },
          {
            cluster,
            resource: { ...core, plural: 'pods' },
            objects: [
              pod('a-6f', 'gpu-01', 6),
              crashing,
              ...['r1', 'r2', 'r3'].map(refused),
            ],
          },
        ],
      }),
    ],
  });
  return {
    actionsRegistry,
    get: (path: string) => request(server).get(`/api/gpu-capacity${path}`),
  };
}

const HISTORY = '/entities/resource/default/h100/history';

describe('gpu-capacity backend over time', () => {
  it('answers for all clusters, with owners and money', async () => {
    const { get } = await start();
    const { status, body } = await get('/overview');
    expect(status).toBe(200);
    const overview = overviewSchema.parse(body);
    expect(overview).toMatchObject({
      headline:
        '1 cluster has 16 devices: 8 held, 8 free. That costs 23,360 EUR a month.',
      owned: 16,
      cost: {
        total: { EUR: 16 * 2 * 730 },
        byOwner: [
          {
            kind: 'owner',
            ownerRef: 'group:default/vision-team',
            entities: [{ entityRef: 'component:default/vision' }],
            devices: 8,
            cost: { EUR: 8 * 2 * 730 },
          },
        ],
      },
      reclaim: [
        {
          kind: 'wasting',
          devices: 2,
          sentence:
            '1 pod of vision holds 2 H100 in gpu-west and cannot run: CrashLoopBackOff.',
        },
      ],
      exhaustion: [],
    });
  });

  it('names no pod and no namespace, and nothing that the reader may not see', async () => {
    const { get } = await start();
    expect((await get('/overview')).text).not.toMatch(/6f|d-secret|"r1"/);
    const { get: getLess } = await start({
      hidden: ['group:default/vision-team', 'component:default/vision'],
    });
    const { status, text } = await getLess('/overview');
    expect(status).toBe(200);
    expect(text).not.toMatch(/vision|6f|d-secret/);
    expect(text).toContain('1 pod of another team holds 2 H100');
  });

  it('has no history before the first sample, and says so', async () => {
    const { get } = await start();
    const { status, body } = await get(`${HISTORY}?range=30d`);
    expect(status).toBe(200);
    expect(poolHistorySchema.parse(body)).toMatchObject({
      range: '30d',
      resolution: 'day',
      points: [],
      sentence: expect.stringContaining('There is no history yet'),
    });
  });

  it.each([
    [404, '/entities/resource/default/unknown/history'],
    [400, '/entities/component/default/vision/history'],
    [400, `${HISTORY}?range=forever`],
    [400, '/entities/resource/default/a%20b/history'],
  ])('answers %d to %s', async (expected, path) => {
    const { get } = await start();
    expect((await get(path)).status).toBe(expected);
  });

  it('shows a node that refuses the pods it gets', async () => {
    const { get } = await start();
    const { body } = await get('/entities/resource/default/h100/capacity');
    expect(gpuCapacitySchema.parse(body)).toMatchObject({
      health: [
        {
          kind: 'black-hole',
          severity: 'bad',
          node: 'gpu-01',
          sentence:
            'gpu-01 has refused 3 pods within an hour (UnexpectedAdmissionError): the scheduler takes it for free and sends it the next one.',
        },
      ],
    });
  });

  describe('without the permission', () => {
    const setup = { denied: ['gpu-capacity.read'] };

    it.each(['/overview', HISTORY])('refuses %s', async path => {
      const { get } = await start(setup);
      const { status, body } = await get(path);
      expect(status).toBe(403);
      expect(body.error.message).toContain('gpu-capacity.read');
    });

    it.each([
      ['gpu-fit', { requests: { 'nvidia.com/gpu': '1' } }],
      ['idle-gpus', {}],
    ])('refuses the action %s', async (name, input) => {
      const { actionsRegistry } = await start(setup);
      await expect(
        actionsRegistry.invoke({ id: `test:${name}`, input }),
      ).rejects.toThrow('gpu-capacity.read');
    });
  });

  describe('for agents', () => {
    it('says where a shape fits', async () => {
      const { actionsRegistry } = await start();
      const { output } = await actionsRegistry.invoke({
        id: 'test:gpu-fit',
        input: { requests: { 'nvidia.com/gpu': '2' }, replicas: 3 },
      });
      expect(output).toMatchObject({
        sentence: '3 pods with 2 GPUs: All 3 fit, on 2 nodes.',
      });
    });

    it('says what is wrong with a shape', async () => {
      const { actionsRegistry } = await start();
      await expect(
        actionsRegistry.invoke({
          id: 'test:gpu-fit',
          input: { requests: { 'nvidia.com/gpu': 'many' } },
        }),
      ).rejects.toThrow(/requests/);
    });

    it.each([
      [{}, 1],
      [{ ownerRef: 'Group:default/Vision-Team' }, 1],
      [{ ownerRef: 'group:default/platform' }, 0],
      [{ cluster: 'moon' }, 0],
    ])('lists what could be given back for %j', async (input, count) => {
      const { actionsRegistry } = await start();
      const { output } = await actionsRegistry.invoke({
        id: 'test:idle-gpus',
        input,
      });
      expect(output).toMatchObject({ reclaim: { length: count } });
    });
  });
});
