import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { applyMigrations } from '../database/applyMigrations';
import { DatabaseHistoryStore } from './DatabaseHistoryStore';
import { spreadOf, type Figures } from './Figures';
import type { CapacityPeriod } from './periods';
import { rollUp } from './rollUp';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FIVE_MINUTES = 5 * MINUTE;
const at = (time: string) => Date.parse(`2026-11-${time}Z`);

const figures = (held: number, more: Partial<Figures> = {}): Figures => ({
  observedMs: FIVE_MINUTES,
  units: { busy: held * FIVE_MINUTES, usable: (8 - held) * FIVE_MINUTES },
  devices: { busy: held * FIVE_MINUTES },
  requested: spreadOf(held, FIVE_MINUTES),
  slots: { 8: spreadOf(held === 0 ? 1 : 0, FIVE_MINUTES) },
  ...more,
});

const sample = (
  start: number,
  held: number,
  more: Partial<CapacityPeriod> = {},
): CapacityPeriod => ({
  pool: 'p',
  cluster: 'west',
  product: 'H100',
  resource: 'nvidia.com/gpu',
  kind: 'device',
  start,
  figures: figures(held),
  ...more,
});

describe('rollUp', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    async function create() {
      const knex = await databases.init(databaseId);
      await applyMigrations(mockServices.database({ knex }));
      const store = new DatabaseHistoryStore({ connect: async () => knex });
      const all = (resolution: 'sample' | 'hour' | 'day') =>
        store.find(resolution, { from: 0, until: Number.MAX_SAFE_INTEGER });
      return { knex, store, all };
    }

    it('adds five minutes up to hours and days, and leaves gaps', async () => {
      const { store, all } = await create();
      // 10:00 and 10:55 of one hour, nothing until 12:00.
      await store.add([
        sample(at('21T10:00:00'), 2),
        sample(at('21T10:55:00'), 6),
        sample(at('21T12:00:00'), 0),
      ]);
      await rollUp(store, at('21T12:04:00'));
      expect(await all('hour')).toMatchObject([
        {
          start: at('21T10:00:00'),
          figures: {
            observedMs: 10 * MINUTE,
            units: { busy: 8 * FIVE_MINUTES, usable: 8 * FIVE_MINUTES },
            requested: {
              min: 2,
              max: 6,
              sum: 8 * FIVE_MINUTES,
              observedMs: 10 * MINUTE,
            },
            slots: { 8: { min: 0, max: 0 } },
          },
        },
        { start: at('21T12:00:00'), figures: { slots: { 8: { max: 1 } } } },
      ]);
      expect(await all('day')).toMatchObject([
        {
          start: at('21T00:00:00'),
          figures: {
            observedMs: 15 * MINUTE,
            units: { busy: 8 * FIVE_MINUTES, usable: 16 * FIVE_MINUTES },
            slots: { 8: { min: 0, max: 1, sum: FIVE_MINUTES } },
          },
        },
      ]);
    });

    it('changes nothing when it runs again, and neither does the same sample', async () => {
      const { store, all } = await create();
      const samples = Array.from({ length: 30 }, (_, index) =>
        sample(at('21T09:00:00') + index * FIVE_MINUTES, index % 8),
      );
      await store.add(samples);
      await rollUp(store, at('21T11:30:00'));
      const before = [await all('sample'), await all('hour'), await all('day')];
      await store.add(samples.map(one => ({ ...one, figures: figures(8) })));
      await rollUp(store, at('21T11:30:00'));
      await Promise.all([
        rollUp(store, at('21T11:31:00')),
        rollUp(store, at('21T11:31:00')),
      ]);
      expect([
        await all('sample'),
        await all('hour'),
        await all('day'),
      ]).toEqual(before);
    });

    it('takes what came late into the hour before', async () => {
      const { store, all } = await create();
      await store.add([sample(at('21T10:00:00'), 2)]);
      await rollUp(store, at('21T10:59:00'));
      await store.add([sample(at('21T11:00:00'), 2)]);
      await rollUp(store, at('21T11:01:00'));
      await store.add([sample(at('21T10:55:00'), 4)]);
      await rollUp(store, at('21T11:06:00'));
      expect((await all('hour'))[0].figures.units.busy).toBe(6 * FIVE_MINUTES);
    });

    it('catches up with all that was not rolled up', async () => {
      const { store, all } = await create();
      await store.add(
        ['18', '19', '20'].map(day => sample(at(`${day}T23:55:00`), 1)),
      );
      await rollUp(store, at('21T08:00:00'));
      expect((await all('hour')).map(({ start }) => start)).toEqual([
        at('18T23:00:00'),
        at('19T23:00:00'),
        at('20T23:00:00'),
      ]);
      expect(await all('day')).toHaveLength(3);
    });

    it('does not lose an hour whose samples were deleted', async () => {
      const { store, all } = await create();
      await store.add([sample(at('20T10:00:00'), 2)]);
      await rollUp(store, at('20T10:10:00'));
      const before = await all('hour');
      await store.deleteBefore('sample', at('20T11:00:00'));
      await store.add([sample(at('21T10:00:00'), 1)]);
      await rollUp(store, at('21T10:10:00'));
      expect((await all('hour')).slice(0, 1)).toEqual(before);
      expect(await all('hour')).toHaveLength(2);
    });

    it('keeps pools, products and kinds apart', async () => {
      const { store, all } = await create();
      const start = at('21T10:00:00');
      await store.add([
        sample(start, 1),
        sample(start, 2, { pool: 'q' }),
        sample(start, 3, { product: undefined }),
        sample(start, 4, { kind: 'shared' }),
      ]);
      await rollUp(store, start + HOUR);
      expect(
        (await all('hour'))
          .map(({ figures: { units } }) => units.busy)
          .sort((a = 0, b = 0) => a - b),
      ).toEqual([1, 2, 3, 4].map(held => held * FIVE_MINUTES));
    });

    it('leaves out rows that cannot be read', async () => {
      const { knex, store, all } = await create();
      await store.add([sample(at('21T10:00:00'), 1)]);
      await knex('capacity_periods').insert({
        pool: 'p',
        resolution: 'sample',
        start: at('21T10:05:00'),
        unit: 'x',
        description: '{"cluster":"west"}',
        figures: '{',
      });
      await rollUp(store, at('21T10:10:00'));
      expect(await all('hour')).toMatchObject([
        { figures: { observedMs: FIVE_MINUTES } },
      ]);
    });

    it('finds the pools that are asked for, in a range', async () => {
      const { store } = await create();
      await store.add([
        sample(at('21T10:00:00'), 1),
        sample(at('21T10:05:00'), 1),
        sample(at('21T10:05:00'), 1, { pool: 'q' }),
      ]);
      expect(
        await store.find('sample', {
          pools: ['p'],
          from: at('21T10:05:00'),
          until: at('21T10:10:00'),
        }),
      ).toMatchObject([{ pool: 'p', start: at('21T10:05:00') }]);
      expect(await store.edge('first', 'sample', 'q')).toBe(at('21T10:05:00'));
      expect(await store.edge('last', 'day')).toBeUndefined();
    });
  });
});
