import { mockServices } from '@backstage/backend-test-utils';
import type { LedgerEntry } from '@fairway/plugin-kargo-common';
import {
  changingSource,
  runningPromotion,
  succeededPromotion,
} from './__testUtils__/changingSource';
import { LedgerRecorder } from './LedgerRecorder';
import type { LedgerStore } from './LedgerStore';

/** A ledger in memory, of which tests see how often it is written. */
function memoryStore() {
  const entries = new Map<string, LedgerEntry>();
  const append = jest.fn(async (batch: readonly LedgerEntry[]) => {
    const added = batch.filter(({ id }) => !entries.has(id));
    added.forEach(entry => entries.set(entry.id, entry));
    return added;
  });
  const listOpen = jest.fn(async () => []);
  const store: LedgerStore = {
    append,
    listOpen,
    find: async () => ({ entries: [] }),
    findByIds: async () => [],
    findKnownIds: async ids => new Set(ids.filter(id => entries.has(id))),
    count: async () => entries.size,
    deleteBefore: async () => 0,
  };
  return { store, entries, append, listOpen };
}

function startRecorder(store: LedgerStore) {
  const source = changingSource();
  const logger = mockServices.logger.mock();
  const listSources = jest.fn(async () => [source]);
  const recorder = LedgerRecorder.create({
    listSources,
    store,
    logger,
    settings: {
      portalIdentities: [],
      allowedPaths: [],
      keptSince: () => new Date(0),
      redact: text => text.replace('hunter2', '***'),
    },
  });
  recorder.start();
  return { source, logger, listSources, recorder };
}

describe('the loop of LedgerRecorder', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('writes a storm of changes together', async () => {
    const { store, append, entries } = memoryStore();
    const { source, recorder } = startRecorder(store);
    await jest.advanceTimersByTimeAsync(0);
    for (let index = 0; index < 1_000; index += 1) {
      source.promotions.put('orders/uat.1', runningPromotion('1'));
    }
    source.promotions.put('orders/uat.1', succeededPromotion('1'));
    await jest.advanceTimersByTimeAsync(999);
    expect(append).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(append).toHaveBeenCalledTimes(1);
    expect(entries.size).toBe(3);
    await recorder.stop();
  });

  it('waits for the freight, without which it would not know what a stage had', async () => {
    const { store, entries } = memoryStore();
    const { source, recorder } = startRecorder(store);
    source.freight.state = { status: 'loading' };
    const freight = (name: string) => ({
      project: 'orders',
      name,
      version: undefined,
      warehouse: 'orders',
    });
    source.promotions.put(
      'orders/uat.1',
      succeededPromotion('1', {
        freight: 'f0',
        version: '1.8.2',
        finishedAt: '2026-11-21T09:00:00Z',
      }),
    );
    source.promotions.put('orders/uat.2', succeededPromotion('2'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect(entries.size).toBe(0);
    source.freight.putUnheard('orders/f0', freight('f0'));
    source.freight.putUnheard('orders/f1', freight('f1'));
    source.freight.changeState(undefined);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(entries.get('platform/2:finished')).toMatchObject({
      before: { freight: 'f0', version: '1.8.2' },
      after: { freight: 'f1', version: '1.8.3' },
    });
    await recorder.stop();
  });

  it('tries again with back-off while the database is away, and loses nothing', async () => {
    const { store, append, entries } = memoryStore();
    append
      .mockRejectedValueOnce(new Error('connect ECONNREFUSED'))
      .mockRejectedValueOnce(new Error('connect ECONNREFUSED'))
      .mockRejectedValueOnce(new Error('connect ECONNREFUSED'));
    const { source, logger, recorder } = startRecorder(store);
    await jest.advanceTimersByTimeAsync(0);
    source.promotions.put('orders/uat.1', succeededPromotion('1'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(append).toHaveBeenCalledTimes(1);
    source.promotions.put('orders/uat.2', succeededPromotion('2'));
    source.promotions.put('orders/uat.2', undefined);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(append).toHaveBeenCalledTimes(2);
    source.promotions.put('orders/uat.1', succeededPromotion('1'));
    await jest.advanceTimersByTimeAsync(1_999);
    expect(append).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(append).toHaveBeenCalledTimes(3);
    expect(logger.warn).toHaveBeenLastCalledWith(
      expect.stringContaining('next try in 4000 ms'),
    );
    expect(entries.size).toBe(0);
    await jest.advanceTimersByTimeAsync(4_000);
    expect([...entries.keys()].sort()).toEqual([
      'platform/1:created',
      'platform/1:finished',
      'platform/1:started',
      'platform/2:created',
      'platform/2:finished',
      'platform/2:started',
    ]);
    await recorder.stop();
  });

  it('reconciles every five minutes, and finds control planes that came later', async () => {
    const { store, listOpen } = memoryStore();
    const { recorder, listSources } = startRecorder(store);
    await jest.advanceTimersByTimeAsync(0);
    expect(listOpen).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(5 * 60_000);
    expect(listOpen).toHaveBeenCalledTimes(2);
    expect(listSources).toHaveBeenCalledTimes(2);
    await recorder.stop();
  });

  it('gives the other control planes their turn where one fails', async () => {
    const { store, append, entries } = memoryStore();
    append.mockRejectedValueOnce(new Error('too long'));
    const sources = [changingSource('first'), changingSource('second')];
    sources.forEach(source =>
      source.promotions.put('orders/uat.1', succeededPromotion('1')),
    );
    const recorder = LedgerRecorder.create({
      listSources: async () => sources,
      store,
      logger: mockServices.logger.mock(),
      settings: {
        portalIdentities: [],
        allowedPaths: [],
        keptSince: () => new Date(0),
        redact: text => text.replace('hunter2', '***'),
      },
    });
    await expect(recorder.reconcile()).rejects.toThrow('too long');
    expect([...entries.keys()]).toEqual([
      'second/1:created',
      'second/1:started',
      'second/1:finished',
    ]);
  });

  it('ends without a timer and without listeners', async () => {
    const { store } = memoryStore();
    const { source, recorder } = startRecorder(store);
    await jest.advanceTimersByTimeAsync(0);
    expect(source.promotions.listeners).toBe(1);
    await recorder.stop();
    expect(source.promotions.listeners).toBe(0);
    expect(jest.getTimerCount()).toBe(0);
  });
});
