import {
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
  coreServices,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { scaffolderServiceMock } from '@backstage/plugin-scaffolder-node/testUtils';
import {
  scorecardSchema,
  type PlatformFact,
} from '@fairway/plugin-platform-scorecard-common';
import {
  factSourcesExtensionPoint,
  platformFactsServiceRef,
  type FactSource,
} from '@fairway/plugin-platform-scorecard-node';
import request from 'supertest';
import { createdFact } from './__testUtils__/createdFact';
import { platformScorecardPlugin } from './plugin';

const API = '/api/platform-scorecard';

const catalog = catalogServiceMock.factory({
  entities: [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: 'orders', uid: 'u1' },
      spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
    },
  ],
});

const scaffolder = scaffolderServiceMock.mock({
  listTasks: async () => {
    throw new Error('the scaffolder is not installed');
  },
});

function producerOf(facts: PlatformFact[]) {
  return createBackendPlugin({
    pluginId: 'producer',
    register(env) {
      env.registerInit({
        deps: { service: platformFactsServiceRef },
        async init({ service }) {
          service.publish(facts);
        },
      });
    },
  });
}

async function eventually<T>(
  read: () => Promise<T>,
  check: (value: T) => boolean,
) {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const value = await read();
    if (check(value)) {
      return value;
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('It did not come to that within 5 seconds');
}

describe('platformScorecardPlugin', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  it.each(databases.eachSupportedId())(
    'turns facts of other plugins, of the catalog and of the API into numbers on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const backend = await startTestBackend({
        features: [
          platformScorecardPlugin,
          producerOf([
            createdFact('1', { data: { path: 'template:default/standard' } }),
          ]),
          mockServices.database.mock({ getClient: async () => knex }).factory,
          catalog,
          scaffolder.factory,
        ],
      });
      await request(backend.server)
        .post(`${API}/facts`)
        .set('content-type', 'application/cloudevents+json')
        .set('authorization', mockCredentials.service.header())
        .send(JSON.stringify(createdFact('2')))
        .expect(200);
      const read = async () =>
        scorecardSchema.parse(
          (await request(backend.server).get(`${API}/scorecard`)).body,
        );
      const scorecard = await eventually(
        read,
        ({ adoption, warnings }) =>
          adoption.services === 3 && warnings.length === 1,
      );
      expect(scorecard.adoption).toMatchObject({ onPath: 1, unknownBirth: 1 });
      expect(scorecard.warnings).toEqual([
        'The source scaffolder has never been read: runs of templates since then are not seen.',
      ]);
      await backend.stop();
    },
  );

  it('polls what modules add, wakes it, and lets nobody else speak for it', async () => {
    const knex = await databases.init('SQLITE_3');
    let wakeUp = () => {};
    let builds = 1;
    const poll = jest.fn(async () => ({
      facts: Array.from({ length: builds }, (_, index) =>
        createdFact(`${index}`, { source: 'builds' }),
      ),
      cursor: `${builds}`,
    }));
    const module = createBackendModule({
      pluginId: 'platform-scorecard',
      moduleId: 'builds',
      register(env) {
        env.registerInit({
          deps: { sources: factSourcesExtensionPoint },
          async init({ sources }) {
            const source: FactSource = {
              id: 'builds',
              interval: { hours: 1 },
              poll,
              subscribe: async wake => {
                wakeUp = wake;
              },
              health: async () => ({
                status: 'partial',
                reason: 'One of two servers is away.',
              }),
            };
            sources.addSource(source);
            expect(() => sources.addSource(source)).toThrow(
              "has a source 'builds' already",
            );
          },
        });
      },
    });
    const backend = await startTestBackend({
      features: [
        platformScorecardPlugin,
        module,
        mockServices.database.mock({ getClient: async () => knex }).factory,
        mockServices.rootConfig.factory({
          data: {
            platformScorecard: {
              sources: {
                catalog: { enabled: false },
                scaffolder: { enabled: false },
              },
            },
          },
        }),
        catalog,
        scaffolder.factory,
      ],
    });
    const read = async () =>
      scorecardSchema.parse(
        (await request(backend.server).get(`${API}/scorecard`)).body,
      );
    const scorecard = await eventually(read, ({ sources }) =>
      Boolean(sources[0]?.poll?.lastOkAt),
    );
    expect(scorecard.sources).toMatchObject([
      { source: 'builds', facts: 1, poll: { partial: expect.any(String) } },
    ]);
    expect(scorecard.warnings).toEqual([
      'The source builds is read in part: One of two servers is away.',
    ]);

    builds = 2;
    wakeUp();
    await eventually(read, ({ sources }) => sources[0].facts === 2);

    const claimed = await request(backend.server)
      .post(`${API}/facts`)
      .set('content-type', 'application/cloudevents+json')
      .set('authorization', mockCredentials.service.header())
      .send(JSON.stringify(createdFact('9', { source: 'builds' })));
    expect(claimed.body.rejected).toMatchObject([{ index: 0 }]);
    await backend.stop();
  }, 30_000);

  it('starts without its database, says so, and loses no fact', async () => {
    const knex = await databases.init('SQLITE_3');
    let reachable = false;
    const database = createServiceFactory({
      service: coreServices.database,
      deps: {},
      factory: () => ({
        getClient: async () => {
          if (!reachable) {
            throw new Error('connect ECONNREFUSED');
          }
          return knex;
        },
      }),
    });
    const backend = await startTestBackend({
      features: [
        platformScorecardPlugin,
        producerOf([createdFact('1')]),
        database,
        catalog,
        scaffolder.factory,
      ],
    });
    const away = await request(backend.server).get(`${API}/scorecard`);
    expect(away.status).toBe(503);
    expect(away.body.error.message).toContain('cannot reach its database');
    reachable = true;
    const page = await eventually(
      () => request(backend.server).get(`${API}/facts`),
      ({ body }) => body.items?.length === 1,
    );
    expect(page.body.items).toMatchObject([{ id: '1' }]);
    await backend.stop();
  }, 30_000);
});
