import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { shapeOfRequests } from '@fairway/plugin-gpu-capacity-common';
import {
  GPU,
  clusterNode,
  clusterPod,
  clusterView,
} from '../__testUtils__/clusterView';
import { applyMigrations } from '../database/applyMigrations';
import type { FoundCluster } from '../services/CapacityClusters';
import type { ClusterBasics } from '../services/ClusterCapacity';
import { entities } from '../testObjects';
import { DatabaseHistoryStore } from './DatabaseHistoryStore';
import { DatabaseShapeStore } from './DatabaseShapeStore';
import { HistoryRecorder } from './HistoryRecorder';
import { PERIOD_MS } from './periods';
import { PoolHistoryService } from './PoolHistoryService';
import { PoolScopes } from './PoolScopes';
import { readHistoryConfig } from './readHistoryConfig';
import { SeenShapes } from './SeenShapes';

const MINUTE = 60_000;
const DAY = PERIOD_MS.day;
const NOON = Date.parse('2026-11-21T12:00:00Z');
const retention = readHistoryConfig(mockServices.rootConfig());

const found = (held: number): FoundCluster<ClusterBasics> => ({
  ok: true,
  view: clusterView({
    name: 'gpu-west',
    nodes: [
      clusterNode('a'),
      clusterNode('b', { labels: { pool: 'other' }, product: 'L4' }),
    ],
    pods: [clusterPod('p', 'a', held)],
  }),
});

describe('HistoryRecorder', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function create() {
      const knex = await databases.init(databaseId);
      await applyMigrations(mockServices.database({ knex }));
      const connect = async () => knex;
      const store = new DatabaseHistoryStore({ connect });
      const shapes = new DatabaseShapeStore({ connect });
      const catalog = catalogServiceMock({ entities });
      const logger = mockServices.logger.mock();
      const now = {
        clusters: [found(3)] as FoundCluster<ClusterBasics>[],
        at: NOON,
      };
      const recorder = (more: { pools?: Pick<PoolScopes, 'read'> } = {}) =>
        new HistoryRecorder({
          clusters: { list: async () => now.clusters },
          logger,
          measured: { of: () => [] },
          pools: new PoolScopes({ auth: mockServices.auth(), catalog }),
          retention,
          shapes,
          store,
          ...more,
        });
      const history = new PoolHistoryService({
        catalog,
        store,
        now: () => now.at,
      });
      const get = (range: '1d' | '7d' | '30d' = '1d') =>
        history.getHistory('resource:default/h100', range, {
          credentials: mockCredentials.user(),
        });
      return { recorder, now, get, store, shapes, logger };
    }

    it('keeps the history of a pool of the catalog, with its gaps', async () => {
      const { recorder, now, get } = await create();
      await recorder().record(NOON);
      now.clusters = [found(5)];
      await recorder().record(NOON + 5 * MINUTE);
      // Ten minutes without a replica, then one that is new.
      now.at = NOON + 21 * MINUTE;
      await recorder().record(NOON + 20 * MINUTE);
      const { points, groups, since, resolution } = await get();
      expect(resolution).toBe('five-minutes');
      expect(since).toBe('2026-11-21T12:00:00.000Z');
      expect(
        points.map(({ at, devices, coverage }) => [
          at.slice(11, 16),
          devices.unmeasured,
          coverage,
        ]),
      ).toEqual([
        ['12:00', 3, 1],
        ['12:05', 5, 1],
        ['12:20', 5, 1],
      ]);
      // The node b is of another pool.
      expect(groups.map(({ product }) => product)).toEqual(['H100']);
    });

    it('says of an hour how much of it is known, and means over that', async () => {
      const { recorder, now, get } = await create();
      await recorder().record(NOON);
      now.clusters = [found(5)];
      await recorder().record(NOON + 5 * MINUTE);
      now.at = NOON + 6 * MINUTE;
      const { points, groups, sentence } = await get('7d');
      expect(points).toEqual([
        {
          at: '2026-11-21T12:00:00.000Z',
          coverage: 10 / 60,
          devices: { unmeasured: 4, usable: 4 },
        },
      ]);
      expect(groups[0].points[0]).toMatchObject({
        units: { unmeasured: 4, usable: 4 },
        requested: { min: 3, mean: 4, max: 5 },
        slots: [
          { devices: 1, min: 3, mean: 4, max: 5 },
          { devices: 2, min: 1, mean: 1.5, max: 2 },
          { devices: 4, min: 0, mean: 0.5, max: 1 },
          { devices: 8, min: 0, mean: 0, max: 0 },
        ],
      });
      expect(sentence).toBe(
        'Over the last 7 days 50 % of the devices were held, and 0 were free and of no use to what asks for them, as far as it was observed.',
      );
    });

    it('writes nothing of a cluster that it cannot read', async () => {
      const { recorder, now, store, get } = await create();
      now.clusters = [
        { ok: false, cluster: 'gpu-west', reason: 'no' },
        {
          ok: true,
          view: clusterView({
            name: 'gpu-west',
            nodes: [clusterNode('a')],
            nodesState: { status: 'stale', since: undefined, error: 'gone' },
          }),
        },
      ];
      await recorder().record(NOON);
      expect(await store.edge('first', 'sample')).toBeUndefined();
      expect(await get()).toMatchObject({
        points: [],
        groups: [],
        sentence: expect.stringContaining('There is no history yet'),
      });
    });

    it('records whole clusters where the catalog is away', async () => {
      const { recorder, store, logger } = await create();
      await recorder({
        pools: { read: () => Promise.reject(new Error('away')) },
      }).record(NOON);
      const periods = await store.find('sample', { from: 0, until: 2 * NOON });
      expect(periods.map(({ product }) => product).sort()).toEqual([
        'H100',
        'L4',
      ]);
      expect(logger.warn).toHaveBeenCalledTimes(1);
    });

    it('deletes what is older than wanted, and keeps what is made of it', async () => {
      const { recorder, store } = await create();
      await recorder().record(NOON - 8 * DAY);
      await recorder().record(NOON);
      await recorder().deleteOld(NOON);
      const starts = async (resolution: 'sample' | 'hour' | 'day') => [
        ...new Set(
          (await store.find(resolution, { from: 0, until: 2 * NOON })).map(
            ({ start }) => NOON - start,
          ),
        ),
      ];
      expect(await starts('sample')).toEqual([0]);
      expect(await starts('hour')).toEqual([8 * DAY, 0]);
      expect(await starts('day')).toEqual([8.5 * DAY, DAY / 2]);
    });

    it('remembers shapes for 30 days, by how many pods had them at once', async () => {
      const { recorder, now, shapes } = await create();
      const logger = mockServices.logger.mock();
      const seen = new SeenShapes({ store: shapes, logger });
      expect(seen.of('gpu-west')).toEqual([]);
      const sizes = async (at: number) => {
        await seen.refresh(at);
        return seen
          .of('gpu-west')
          .map(({ shape, weight }) => [shape.requests[GPU], weight]);
      };
      await recorder().record(NOON - 29 * DAY);
      // The same again on the same day is no more demand.
      await recorder().record(NOON - 29 * DAY + 5 * MINUTE);
      now.clusters = [found(5)];
      await recorder().record(NOON - DAY);
      await recorder().record(NOON);
      expect(await sizes(NOON)).toEqual([
        [5, 2],
        [3, 1],
      ]);
      expect(await sizes(NOON + DAY)).toEqual([[5, 2]]);
      expect(seen.of('east')).toEqual([]);
    });

    it('keeps the largest number of pods of a day', async () => {
      const { shapes } = await create();
      const note = (weight: number) =>
        shapes.note('west', 0, [
          { shape: shapeOfRequests({ [GPU]: 1 }), weight },
        ]);
      for (const weight of [2, 7, 3]) await note(weight);
      expect((await shapes.since(0)).get('west')).toMatchObject([
        { weight: 7 },
      ]);
      await shapes.deleteBefore(1);
      expect((await shapes.since(0)).size).toBe(0);
    });
  });
});

describe('readHistoryConfig', () => {
  const read = (history: object) =>
    readHistoryConfig(
      mockServices.rootConfig({ data: { gpuCapacity: { history } } }),
    );

  it('has defaults, and reads durations', () => {
    expect(retention).toEqual({
      sample: 7 * DAY,
      hour: 90 * DAY,
      day: 760 * DAY,
    });
    expect(read({ snapshots: { days: 2 }, hourly: 'P30D' })).toEqual({
      sample: 2 * DAY,
      hour: 30 * DAY,
      day: 760 * DAY,
    });
  });

  it.each([
    { snapshots: { hours: 1 } },
    { hourly: { days: 1 } },
    { daily: { days: 7 } },
    { daily: 'long' },
  ])('refuses %j', config => {
    expect(() => read(config)).toThrow(/gpuCapacity\.history\./);
  });
});
