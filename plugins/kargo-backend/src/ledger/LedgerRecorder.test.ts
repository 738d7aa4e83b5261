import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import type { LedgerEntry } from '@fairway/plugin-kargo-common';
import {
  changingSource,
  runningPromotion,
  succeededPromotion,
} from './__testUtils__/changingSource';
import { createStore } from './__testUtils__/createStore';
import { LedgerRecorder } from './LedgerRecorder';
import type { LedgerSource } from './LedgerSource';
import type { LedgerStore } from './LedgerStore';

const MINUTE = 60_000;

function createRecorder(
  store: LedgerStore,
  sources: readonly LedgerSource[],
  clock: { now: Date } = { now: new Date() },
) {
  const logger = mockServices.logger.mock();
  const recorded: LedgerEntry[] = [];
  const recorder = LedgerRecorder.create({
    listSources: async () => sources,
    store,
    logger,
    settings: {
      portalIdentities: [],
      allowedPaths: ['auto', 'portal', 'kargo', 'service'],
      keptSince: () => new Date('2024-10-21T00:00:00Z'),
      redact: text => text.replace('hunter2', '***'),
      riskClassOf: ({ stage }) => (stage === 'prod' ? 'migration' : undefined),
    },
    onRecorded: entries => recorded.push(...entries),
    now: () => clock.now,
  });
  return { recorder, logger, recorded, clock };
}

async function idsIn(store: LedgerStore) {
  const { entries } = await store.find({}, { limit: 100 });
  return entries.map(({ id }) => id).sort();
}

describe('LedgerRecorder', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

  describe.each(databases.eachSupportedId())('on %s', databaseId => {
    it('records what is there at the start, and once', async () => {
      const { store } = await createStore(databases, databaseId);
      const source = changingSource();
      source.promotions.put('orders/uat.1', succeededPromotion('1'));
      source.freight.put('orders/f1', {
        project: 'orders',
        name: 'f1',
        version: '1.8.3',
        warehouse: 'orders',
        approvedFor: [{ stage: 'prod', approvedAt: '2026-11-21T11:00:00Z' }],
      });
      source.stages.put('orders/uat', {
        project: 'orders',
        name: 'uat',
        verifications: [
          { id: 'v1', phase: 'Failed', finishedAt: '2026-11-21T10:09:00Z' },
        ],
        holds: [],
      });
      const first = createRecorder(store, [source]);
      await first.recorder.reconcile();
      await first.recorder.reconcile();
      const expected = [
        'platform/1:created',
        'platform/1:finished',
        'platform/1:started',
        'platform/orders/f1:approved:prod:2026-11-21T11:00:00Z',
        'platform/orders/uat:verification:v1',
      ];
      expect(await idsIn(store)).toEqual(expected);
      expect(first.recorded.map(({ id }) => id).sort()).toEqual(expected);

      const restarted = createRecorder(store, [source]);
      await restarted.recorder.reconcile();
      expect(await idsIn(store)).toEqual(expected);
      expect(restarted.recorded).toEqual([]);
    });

    it('counts nothing twice with two replicas that see different things', async () => {
      const { store } = await createStore(databases, databaseId);
      const sources = [changingSource(), changingSource()];
      const replicas = sources.map(source => createRecorder(store, [source]));
      for (let uid = 0; uid < 30; uid += 1) {
        const key = `orders/uat.${uid}`;
        sources[0].promotions.put(key, runningPromotion(`${uid}`));
        sources[uid % 2].promotions.put(key, succeededPromotion(`${uid}`));
      }
      await Promise.all(replicas.map(({ recorder }) => recorder.reconcile()));
      sources[0].promotions.put('orders/uat.1', succeededPromotion('1'));
      await Promise.all(replicas.map(({ recorder }) => recorder.reconcile()));
      expect(await store.count({ kind: ['promotion-created'] })).toBe(30);
      expect(await store.count({ kind: ['promotion-started'] })).toBe(30);
      expect(await store.count({ kind: ['promotion-finished'] })).toBe(30);
      expect(await store.listOpen('platform')).toEqual([]);
      const told = replicas.flatMap(({ recorded }) => recorded);
      expect(told).toHaveLength(90);
      expect(new Set(told.map(({ id }) => id)).size).toBe(90);
    });

    it('finds by listing what no watch told of', async () => {
      const { store } = await createStore(databases, databaseId);
      const source = changingSource();
      const { recorder } = createRecorder(store, [source]);
      source.promotions.put('orders/uat.1', runningPromotion('1'));
      await recorder.reconcile();
      source.promotions.putUnheard('orders/uat.1', succeededPromotion('1'));
      source.promotions.putUnheard('orders/uat.2', succeededPromotion('2'));
      await recorder.reconcile();
      expect(
        (await idsIn(store)).filter(id => id.endsWith(':finished')),
      ).toEqual(['platform/1:finished', 'platform/2:finished']);
    });

    it('says of a running promotion that is gone that nobody knows how it ended', async () => {
      const { store } = await createStore(databases, databaseId);
      const source = changingSource();
      const { recorder, clock } = createRecorder(store, [source]);
      clock.now = new Date(Date.now() - 11 * MINUTE);
      source.promotions.put('orders/uat.1', runningPromotion('1'));
      await recorder.reconcile();
      clock.now = new Date();

      const failed = { status: 'stale', since: undefined, error: 'away' };
      source.promotions.putUnheard('orders/uat.1', undefined);
      source.promotions.state = { ...failed, status: 'stale' };
      await recorder.reconcile();
      source.promotions.state = { status: 'forbidden', message: 'no' };
      await recorder.reconcile();
      source.promotions.state = undefined;
      source.promotions.malformed = [{ key: 'orders/uat.1', message: 'bad' }];
      await recorder.reconcile();
      expect(await store.count({ kind: ['promotion-finished'] })).toBe(0);

      source.promotions.malformed = [];
      await recorder.reconcile();
      await recorder.reconcile();
      const { entries } = await store.find(
        { kind: ['promotion-finished'] },
        { limit: 5 },
      );
      expect(entries).toMatchObject([
        {
          id: 'platform/1:vanished',
          outcome: 'vanished',
          at: clock.now.toISOString(),
          timeBasis: 'observed',
        },
      ]);
      expect(await store.listOpen('platform')).toEqual([]);
    });

    it('does not take for gone what has its end in the ledger', async () => {
      const { store, knex } = await createStore(databases, databaseId);
      const source = changingSource();
      const { recorder } = createRecorder(store, [source]);
      source.promotions.put('orders/uat.1', succeededPromotion('1'));
      await recorder.reconcile();
      // As replicas leave it where one writes the beginning while the other writes the end.
      await knex('ledger_open').insert({
        thread: 'platform/1',
        control_plane: 'platform',
        entry_id: 'platform/1:created',
        opened_at: 0,
      });
      source.promotions.put('orders/uat.1', undefined);
      await recorder.reconcile();
      expect(await store.listOpen('platform')).toEqual([]);
      const finished = await store.find(
        { kind: ['promotion-finished'] },
        { limit: 5 },
      );
      expect(finished.entries).toMatchObject([{ outcome: 'succeeded' }]);
    });

    it('does not take for gone what another replica has only just seen', async () => {
      const { store } = await createStore(databases, databaseId);
      const ahead = changingSource();
      ahead.promotions.put('orders/uat.1', runningPromotion('1'));
      await createRecorder(store, [ahead]).recorder.reconcile();
      await createRecorder(store, [changingSource()]).recorder.reconcile();
      expect(await store.count({ kind: ['promotion-finished'] })).toBe(0);
    });

    it('records a promotion that came and went between two looks', async () => {
      const { store } = await createStore(databases, databaseId);
      const source = changingSource();
      const { recorder } = createRecorder(store, [source]);
      await recorder.reconcile();
      source.promotions.put('orders/uat.1', succeededPromotion('1'));
      source.promotions.put('orders/uat.1', undefined);
      await recorder.reconcile();
      expect(await idsIn(store)).toContain('platform/1:finished');
    });

    it('notices that a hold was released', async () => {
      const { store } = await createStore(databases, databaseId);
      const source = changingSource();
      const { recorder, clock } = createRecorder(store, [source]);
      clock.now = new Date(Date.now() - 11 * MINUTE);
      const stage = { project: 'orders', name: 'uat' };
      const hold = {
        origin: 'Warehouse/orders',
        freight: 'f0',
        promotion: 'uat.01k8.f0',
        actor: 'email:anna@example.com',
      };
      source.stages.put('orders/uat', { ...stage, holds: [hold] });
      await recorder.reconcile();
      source.stages.put('orders/uat', stage);
      await recorder.reconcile();
      expect(await store.count({ kind: ['hold-released'] })).toBe(0);
      source.stages.put('orders/uat', { ...stage, holds: [] });
      await recorder.reconcile();
      expect(await store.count({ kind: ['hold-released'] })).toBe(1);
    });

    it('records the rest where one object cannot be held', async () => {
      const { store } = await createStore(databases, databaseId);
      const source = changingSource();
      const { recorder, logger } = createRecorder(store, [source]);
      source.promotions.put(
        'orders/uat.1',
        runningPromotion('1', { freight: 'f'.repeat(300) }),
      );
      source.promotions.put(
        'orders/uat.2',
        runningPromotion('2', { version: 'a\0b' }),
      );
      source.promotions.put(
        'orders/prod.3',
        runningPromotion('3', { stage: 'prod' }),
      );
      await recorder.reconcile();
      expect(await idsIn(store)).toEqual([
        'platform/3:created',
        'platform/3:started',
      ]);
      expect(logger.warn).toHaveBeenCalledTimes(4);
      expect(await store.findByIds(['platform/3:created'])).toMatchObject([
        { riskClass: 'migration' },
      ]);
    });

    it('knows what the portal did by what it wrote down before', async () => {
      const { store } = await createStore(databases, databaseId);
      const source = changingSource();
      const shared = {
        kind: 'action',
        outcome: 'requested',
        controlPlane: 'platform',
        project: 'orders',
        freight: 'f1',
        at: '2026-11-21T10:59:58.000Z',
        timeBasis: 'recorded',
        actor: { kind: 'person', name: 'user:default/anna' },
        path: 'portal',
        subject: { kind: 'Request', name: 'r' },
        reason: 'Hotfix',
      } as const;
      await store.append(
        [
          {
            ...shared,
            id: 'portal/r1:requested',
            requestId: 'r1',
            action: 'promote',
            stage: 'uat',
          },
          {
            ...shared,
            id: 'portal/r2:requested',
            requestId: 'r2',
            action: 'approve-freight',
            stage: 'prod',
          },
        ],
        new Date(),
      );
      const request = (id: string) => ({ 'kargo.fairway.dev/request': id });
      const actor = 'kubernetes:anna@example.com';
      source.promotions.put(
        'orders/uat.1',
        runningPromotion('1', { actor, annotations: request('r1') }),
      );
      source.promotions.put(
        'orders/prod.2',
        runningPromotion('2', {
          actor,
          stage: 'prod',
          annotations: request('r1'),
        }),
      );
      source.promotions.put(
        'orders/uat.3',
        runningPromotion('3', { actor, annotations: request('invented') }),
      );
      source.freight.put('orders/f1', {
        project: 'orders',
        name: 'f1',
        version: '1.8.3',
        warehouse: 'orders',
        approvedFor: [
          { stage: 'prod', approvedAt: '2026-11-21T11:00:00Z' },
          { stage: 'dr', approvedAt: '2026-11-21T11:00:00Z' },
        ],
      });
      const { recorder } = createRecorder(store, [source]);
      await recorder.reconcile();
      const { entries } = await store.find(
        { kind: ['promotion-created', 'freight-approved'] },
        { limit: 10 },
      );
      expect(
        new Map(
          entries.map(({ id, path, bypass }) => [id, [path, bypass?.reason]]),
        ),
      ).toEqual(
        new Map([
          ['platform/1:created', ['portal', undefined]],
          ['platform/2:created', ['kubectl', 'kubectl']],
          ['platform/3:created', ['kubectl', 'kubectl']],
          [
            'platform/orders/f1:approved:prod:2026-11-21T11:00:00Z',
            ['portal', undefined],
          ],
          [
            'platform/orders/f1:approved:dr:2026-11-21T11:00:00Z',
            ['unknown', 'manual-approval'],
          ],
        ]),
      );
      expect(
        (await store.find({ onlyBypasses: true }, { limit: 9 })).entries,
      ).toHaveLength(3);
    });

    it('keeps no secret', async () => {
      const { store } = await createStore(databases, databaseId);
      const source = changingSource();
      source.promotions.put(
        'orders/uat.1',
        succeededPromotion('1', {
          phase: 'Errored',
          message: 'cannot clone https://hunter2@git.example.com',
        }),
      );
      await createRecorder(store, [source]).recorder.reconcile();
      const { entries } = await store.find({}, { limit: 5 });
      expect(entries).toHaveLength(3);
      expect(JSON.stringify(entries)).not.toContain('hunter2');
    });

    it('leaves out what is older than what is kept', async () => {
      const { store } = await createStore(databases, databaseId);
      const source = changingSource();
      source.promotions.put(
        'orders/uat.1',
        succeededPromotion('1', {
          createdAt: '2024-10-20T23:59:59Z',
          startedAt: '2024-10-21T00:00:00Z',
        }),
      );
      await createRecorder(store, [source]).recorder.reconcile();
      expect(await idsIn(store)).toEqual([
        'platform/1:finished',
        'platform/1:started',
      ]);
    });
  });
});
