import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createdFact } from '../__testUtils__/createdFact';
import { createStore } from '../__testUtils__/createStore';
import { FactIngest } from '../services/FactIngest';
import type { FactSource } from '@fairway/plugin-platform-scorecard-node';
import { SourcePoller } from './SourcePoller';

const NOW = Date.parse('2026-03-02T10:00:30Z');

describe('SourcePoller', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function createPoller(
    poll: FactSource['poll'],
    more: Partial<FactSource> & { now?: () => number } = {},
  ) {
    const { now = () => NOW, ...source } = more;
    const { store } = await createStore(databases, 'SQLITE_3');
    const logger = mockServices.logger.mock();
    const poller = SourcePoller.create({
      source: { id: 'test', poll, ...source },
      store,
      ingest: FactIngest.create({ getStore: () => store, now: () => NOW }),
      logger,
      now,
    });
    return { poller, store, logger };
  }

  it('stores facts first and the cursor after, with the age of the newest fact', async () => {
    const poll = jest.fn(async () => ({
      facts: [createdFact('1')],
      cursor: 'c1',
    }));
    const { poller, store } = await createPoller(poll);
    await poller.poll();
    await poller.poll();
    expect(poll.mock.calls).toEqual([[undefined], ['c1']]);
    expect(await store.getSourceState('test')).toEqual({
      source: 'test',
      cursor: 'c1',
      lastOkAt: NOW,
      lagMs: 30_000,
      error: undefined,
    });
    expect(await store.summariseSources()).toMatchObject([{ facts: 1 }]);
  });

  it('keeps cursor and last success when the source fails, and warns once', async () => {
    const poll = jest
      .fn(async () => ({ facts: [createdFact('1')], cursor: 'c1' }))
      .mockResolvedValueOnce({ facts: [], cursor: 'c0' })
      .mockRejectedValueOnce(new Error('refused'))
      .mockRejectedValueOnce(new Error('refused'));
    const { poller, store, logger } = await createPoller(poll);
    await poller.poll();
    await poller.poll();
    await poller.poll();
    expect(await store.getSourceState('test')).toMatchObject({
      cursor: 'c0',
      lastOkAt: NOW,
      error: 'refused',
    });
    expect(logger.warn).toHaveBeenCalledTimes(1);
    await poller.poll();
    expect(await store.getSourceState('test')).toMatchObject({
      cursor: 'c1',
      error: undefined,
    });
  });

  it('names a fact that is left out', async () => {
    const { poller, store, logger } = await createPoller(async () => ({
      facts: [createdFact('bad', { subject: 'orders' }), createdFact('good')],
      cursor: 'c1',
    }));
    await poller.poll();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/left out: bad: subject: /),
    );
    expect(await store.summariseSources()).toMatchObject([{ facts: 1 }]);
  });

  it('goes on at once while there is more, and keeps each step', async () => {
    const poll = jest
      .fn(async () => ({
        facts: [createdFact('3')],
        cursor: 'c3',
        more: false,
      }))
      .mockResolvedValueOnce({
        facts: [createdFact('1')],
        cursor: 'c1',
        more: true,
      })
      .mockResolvedValueOnce({
        facts: [createdFact('2')],
        cursor: 'c2',
        more: true,
      });
    const { poller, store } = await createPoller(poll);
    await poller.poll();
    expect(poll.mock.calls).toEqual([[undefined], ['c1'], ['c2']]);
    expect(await store.getSourceState('test')).toMatchObject({ cursor: 'c3' });
    expect(await store.summariseSources()).toMatchObject([{ facts: 3 }]);
  });

  it('keeps what it has of a backfill that fails on the way', async () => {
    const poll = jest
      .fn(async () => ({ facts: [createdFact('1')], cursor: 'c1', more: true }))
      .mockResolvedValueOnce({ facts: [], cursor: 'c0', more: true })
      .mockRejectedValueOnce(new Error('refused'));
    const { poller, store } = await createPoller(poll);
    await poller.poll();
    expect(await store.getSourceState('test')).toMatchObject({
      cursor: 'c0',
      lastOkAt: NOW,
      error: 'refused',
    });
  });

  it('stops where a source stands still, and before its task ends', async () => {
    const still = jest.fn(async () => ({ facts: [], cursor: 'c', more: true }));
    await (await createPoller(still)).poller.poll();
    expect(still).toHaveBeenCalledTimes(2);

    let minutes = 0;
    const endless = jest.fn(async () => {
      minutes += 1;
      return { facts: [], cursor: `c${minutes}`, more: true };
    });
    const now = () => NOW + minutes * 60_000;
    await (await createPoller(endless, { now })).poller.poll();
    expect(endless).toHaveBeenCalledTimes(4);
  });

  it('says which part a source could not read, until it can', async () => {
    const health = jest
      .fn<ReturnType<NonNullable<FactSource['health']>>, []>()
      .mockResolvedValueOnce({
        status: 'partial',
        reason: 'The cluster west does not answer.',
      })
      .mockResolvedValue({ status: 'good' });
    const poll = async () => ({ facts: [], cursor: 'c' });
    const { poller, store } = await createPoller(poll, { health });
    await poller.poll();
    expect(await store.getSourceState('test')).toMatchObject({
      lastOkAt: NOW,
      partial: 'The cluster west does not answer.',
    });
    await poller.poll();
    expect(await store.getSourceState('test')).toMatchObject({
      partial: undefined,
    });
  });
});
