import { TestDatabases } from '@backstage/backend-test-utils';
import type { LedgerEntry, LedgerFilter } from '@fairway/plugin-kargo-common';
import { createStore } from './__testUtils__/createStore';
import { createdEntry, finishedEntry } from './__testUtils__/ledgerEntries';
import { applyMigrations } from '../database/applyMigrations';
import type { LedgerStore } from './LedgerStore';

const NOW = new Date('2026-11-22T00:00:00Z');

const ids = (entries: readonly LedgerEntry[]) => entries.map(({ id }) => id);

async function found(store: LedgerStore, filter: LedgerFilter) {
  const { entries } = await store.find(filter, { limit: 100 });
  expect(await store.count(filter)).toBe(entries.length);
  return entries.map(({ subject }) => subject.uid);
}

describe('DatabaseLedgerStore', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    it('gives back what was put in, newest first', async () => {
      const { store } = await createStore(databases, databaseId);
      const created = createdEntry('1', {
        actor: { kind: 'person', name: 'anna', agent: 'reviewer' },
        reason: "Robert'); DROP TABLE ledger_entries;--",
        before: { freight: 'f0', version: '1.8.2' },
        path: 'kubectl',
        bypass: { reason: 'kubectl', detail: 'directly' },
      });
      const finished = finishedEntry('1', { message: 'snow ☃ and \u0000' });
      expect(await store.append([created, finished], NOW)).toHaveLength(2);
      expect(await store.find({}, { limit: 10 })).toEqual({
        entries: [finished, created],
      });
      expect(await store.findByIds([created.id, 'none'])).toEqual([created]);
      expect(await store.findKnownIds([created.id, 'none'])).toEqual(
        new Set([created.id]),
      );
    });

    it('is not changed by a replay, nor by repetition within a batch', async () => {
      const { store } = await createStore(databases, databaseId);
      const first = createdEntry('1');
      expect(
        ids(await store.append([first, createdEntry('2'), first], NOW)),
      ).toEqual(['platform/1:created', 'platform/2:created']);
      expect(
        ids(
          await store.append(
            [createdEntry('1', { version: 'other' }), createdEntry('3')],
            NOW,
          ),
        ),
      ).toEqual(['platform/3:created']);
      expect(await store.count({})).toBe(3);
      expect(await store.findByIds([first.id])).toEqual([first]);
    });

    it('pages through equal times without loss or repetition, while entries arrive', async () => {
      const { store } = await createStore(databases, databaseId);
      const entries = Array.from({ length: 1_300 }, (_, index) =>
        createdEntry(`${index}`),
      );
      expect(await store.append(entries, NOW)).toHaveLength(1_300);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await store.find({}, { limit: 400, cursor });
        seen.push(...ids(page.entries));
        cursor = page.next;
        await store.append(
          [
            createdEntry(`later-${seen.length}`, {
              at: '2026-11-21T11:00:00.000Z',
            }),
          ],
          NOW,
        );
      } while (cursor);
      expect(seen).toHaveLength(1_300);
      expect(new Set(seen)).toEqual(new Set(ids(entries)));
    });

    it('has no next page after one that is exactly full', async () => {
      const { store } = await createStore(databases, databaseId);
      await store.append([createdEntry('1'), createdEntry('2')], NOW);
      const page = await store.find({}, { limit: 2 });
      expect(ids(page.entries)).toEqual([
        'platform/2:created',
        'platform/1:created',
      ]);
      expect(page.next).toBeUndefined();
    });

    it.each(['', 'garbage', Buffer.from('{"at":1}').toString('base64url')])(
      'refuses the cursor %j',
      async cursor => {
        const { store } = await createStore(databases, databaseId);
        await expect(
          store.find({}, { limit: 2, cursor }),
        ).rejects.toMatchObject({ name: 'InputError' });
      },
    );

    it('filters by every condition', async () => {
      const { store } = await createStore(databases, databaseId);
      await store.append(
        [
          createdEntry('1'),
          createdEntry('2', { project: 'shop', stage: 'prod' }),
          createdEntry('3', {
            controlPlane: 'edge',
            actor: { kind: 'person', name: 'anna' },
            path: 'kubectl',
            bypass: { reason: 'kubectl', detail: 'directly' },
            at: '2026-11-21T12:00:00.000Z',
          }),
          finishedEntry('4', { freight: 'f2', version: '1.8.4' }),
        ],
        NOW,
      );
      const cases: ReadonlyArray<[LedgerFilter, string[]]> = [
        [{}, ['3', '4', '2', '1']],
        [{ controlPlane: ['edge'] }, ['3']],
        [{ project: ['shop', 'none'] }, ['2']],
        [{ stage: ['prod'] }, ['2']],
        [{ kind: ['promotion-finished'] }, ['4']],
        [{ actorKind: ['person'] }, ['3']],
        [{ path: ['auto'] }, ['4', '2', '1']],
        [{ freight: ['f2'] }, ['4']],
        [{ version: ['1.8.3'], project: ['orders'] }, ['3', '1']],
        [{ from: '2026-11-21T10:05:00Z' }, ['3', '4']],
        [{ to: '2026-11-21T11:05:00+01:00' }, ['2', '1']],
        [{ onlyBypasses: true }, ['3']],
        [{ onlyBypasses: false, project: ['shop'] }, ['2']],
        [{ stage: ['prod'], project: ['orders'] }, []],
      ];
      for (const [filter, expected] of cases) {
        expect(await found(store, filter)).toEqual(expected);
      }
    });

    it('knows what has begun and not ended, in whatever order it learns of it', async () => {
      const { store } = await createStore(databases, databaseId);
      const open = async () =>
        (await store.listOpen('platform')).map(({ key }) => key);
      await store.append([createdEntry('1'), createdEntry('2')], NOW);
      await store.append([createdEntry('3'), finishedEntry('3')], NOW);
      await store.append([finishedEntry('4')], NOW);
      await store.append([createdEntry('4')], NOW);
      expect(await open()).toEqual(['platform/1', 'platform/2']);
      expect(await store.listOpen('platform')).toMatchObject([
        { opening: createdEntry('1'), openedAt: NOW },
        { opening: createdEntry('2'), openedAt: NOW },
      ]);
      expect(await store.listOpen('edge')).toEqual([]);
      await store.append([finishedEntry('1')], NOW);
      expect(await open()).toEqual(['platform/2']);
      await store.append([createdEntry('1')], NOW);
      expect(await open()).toEqual(['platform/2']);
    });

    it('takes what two replicas write at the same time once', async () => {
      const { store } = await createStore(databases, databaseId);
      const entries = Array.from({ length: 600 }, (_, index) => [
        createdEntry(`${index}`),
        finishedEntry(`${index}`),
      ]).flat();
      const added = await Promise.all([
        store.append(entries, NOW),
        store.append([...entries].reverse(), NOW),
      ]);
      expect(added.flat()).toHaveLength(1_200);
      expect(await store.count({})).toBe(1_200);
      expect(await store.listOpen('platform')).toEqual([]);
    });

    it('deletes what is too old, in batches, and nothing else', async () => {
      const { store } = await createStore(databases, databaseId);
      await store.append(
        [
          ...Array.from({ length: 7 }, (_, index) =>
            createdEntry(`old-${index}`, { at: '2024-10-01T00:00:00.000Z' }),
          ),
          createdEntry('edge', { at: '2024-10-22T00:00:00.000Z' }),
          createdEntry('new'),
        ],
        NOW,
      );
      expect(
        await store.deleteBefore(new Date('2024-10-22T00:00:00Z'), {
          batchSize: 3,
        }),
      ).toBe(7);
      expect(await found(store, {})).toEqual(['new', 'edge']);
      expect((await store.listOpen('platform')).map(({ key }) => key)).toEqual([
        'platform/edge',
        'platform/new',
      ]);
    });

    it('leaves out a row that cannot be read, and says so', async () => {
      const { store, knex, logger } = await createStore(databases, databaseId);
      await store.append([createdEntry('1'), createdEntry('2')], NOW);
      await knex('ledger_entries')
        .where({ id: 'platform/2:created' })
        .update({ entry: '{"kind":"of a later version"}' });
      expect(ids((await store.find({}, { limit: 5 })).entries)).toEqual([
        'platform/1:created',
      ]);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('platform/2:created'),
      );
    });

    it('leaves the tables alone where migrations are skipped', async () => {
      const { knex } = await createStore(databases, databaseId);
      await knex.schema.dropTable('ledger_open');
      await applyMigrations({
        getClient: async () => knex,
        migrations: { skip: true },
      });
      expect(await knex.schema.hasTable('ledger_open')).toBe(false);
    });
  });
});
