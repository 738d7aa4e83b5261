import { createdEntry } from './__testUtils__/ledgerEntries';
import { ConnectingLedgerStore } from './ConnectingLedgerStore';
import type { LedgerStore } from './LedgerStore';

const ledger: LedgerStore = {
  append: async entries => [...entries],
  find: async () => ({ entries: [createdEntry('1')] }),
  count: async () => 7,
  findByIds: async () => [],
  findKnownIds: async () => new Set(['1']),
  listOpen: async () => [],
  deleteBefore: async () => 3,
};

describe('ConnectingLedgerStore', () => {
  it('connects once, on the first use', async () => {
    const connect = jest.fn(async () => ledger);
    const store = ConnectingLedgerStore.create({ connect });
    expect(connect).not.toHaveBeenCalled();
    expect(
      await Promise.all([store.count({}), store.deleteBefore(new Date())]),
    ).toEqual([7, 3]);
    expect(connect).toHaveBeenCalledTimes(1);
  });

  it('says that the database is away, and connects again when it is used again', async () => {
    const connect = jest
      .fn(async () => ledger)
      .mockRejectedValueOnce(new Error('connect ECONNREFUSED'));
    const store = ConnectingLedgerStore.create({ connect });
    await expect(store.find({}, { limit: 1 })).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('ECONNREFUSED'),
    });
    expect((await store.find({}, { limit: 1 })).entries).toHaveLength(1);
    expect(await store.append([createdEntry('1')], new Date())).toHaveLength(1);
    expect(connect).toHaveBeenCalledTimes(2);
  });
});
