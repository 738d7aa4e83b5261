import { mockServices } from '@backstage/backend-test-utils';
import { FactStoreConnection } from './FactStoreConnection';
import type { PlatformFactStore } from './PlatformFactStore';

function createConnection(connect: () => Promise<PlatformFactStore>) {
  const logger = mockServices.logger.mock();
  const onConnected = jest.fn(async () => {});
  const connection = FactStoreConnection.create({
    connect,
    onConnected,
    logger,
  });
  return { connection, logger, onConnected };
}

const store: PlatformFactStore = {
  insert: jest.fn(),
  listServiceFacts: jest.fn(),
  listFacts: jest.fn(),
  summariseSources: jest.fn(),
  getSourceState: jest.fn(),
  listSourceStates: jest.fn(),
  saveSourceState: jest.fn(),
};

describe('FactStoreConnection', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('connects at once where the database is there', async () => {
    const { connection, onConnected } = createConnection(async () => store);
    await connection.startWithin(5_000);
    expect(connection.get()).toBe(store);
    expect(onConnected).toHaveBeenCalledTimes(1);
  });

  it('keeps trying, and says meanwhile what is the matter', async () => {
    const connect = jest
      .fn(async () => store)
      .mockRejectedValueOnce(new Error('connect ECONNREFUSED'))
      .mockRejectedValueOnce(new Error('connect ECONNREFUSED'));
    const { connection } = createConnection(connect);
    await connection.startWithin(5_000);
    expect(() => connection.get()).toThrow(
      expect.objectContaining({ name: 'ServiceUnavailableError' }),
    );
    await jest.advanceTimersByTimeAsync(1_000);
    expect(() => connection.get()).toThrow('keeps trying');
    await jest.advanceTimersByTimeAsync(2_000);
    expect(connection.get()).toBe(store);
  });

  it('does not wait for a database that hangs', async () => {
    const { connection } = createConnection(() => new Promise(() => {}));
    const started = connection.startWithin(5_000);
    await jest.advanceTimersByTimeAsync(5_000);
    await started;
    expect(() => connection.get()).toThrow('keeps trying');
  });

  it('says what helps where the same failure is handed out again', async () => {
    const failure = new Error('refused');
    const { connection, logger } = createConnection(() =>
      Promise.reject(failure),
    );
    await connection.startWithin(5_000);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(logger.warn).toHaveBeenLastCalledWith(
      expect.stringContaining('restart the backend'),
    );
    connection.stop();
    expect(jest.getTimerCount()).toBe(0);
  });
});
