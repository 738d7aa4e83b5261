import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createdFact } from '../__testUtils__/createdFact';
import { createStore } from '../__testUtils__/createStore';
import { FactIngest } from '../services/FactIngest';
import type { FactSource } from './FactSource';
import { SourcePoller } from './SourcePoller';

const NOW = Date.parse('2026-03-02T10:00:30Z');

describe('SourcePoller', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  async function createPoller(poll: FactSource['poll']) {
    const { store } = await createStore(databases, 'SQLITE_3');
    const logger = mockServices.logger.mock();
    const poller = SourcePoller.create({
      source: { id: 'test', poll },
      store,
      ingest: FactIngest.create({ getStore: () => store, now: () => NOW }),
      logger,
      now: () => NOW,
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
});
