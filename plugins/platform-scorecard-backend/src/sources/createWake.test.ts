import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { createWake } from './createWake';

describe('createWake', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function create() {
    const triggerTask = jest.fn(async (_id: string) => {});
    const logger = mockServices.logger.mock();
    const wake = createWake({
      scheduler: { triggerTask },
      id: 'source-test',
      logger,
    });
    return { triggerTask, logger, wake };
  }

  it('makes one run of many signs, and another of those that come later', async () => {
    const { wake, triggerTask } = create();
    for (let sign = 0; sign < 100; sign += 1) wake();
    await jest.advanceTimersByTimeAsync(999);
    expect(triggerTask).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(triggerTask.mock.calls).toEqual([['source-test']]);
    wake();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(triggerTask).toHaveBeenCalledTimes(2);
  });

  it('is content where the task runs already, and says any other failure', async () => {
    const { wake, triggerTask, logger } = create();
    triggerTask.mockRejectedValueOnce(new ConflictError('it runs'));
    wake();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(logger.warn).not.toHaveBeenCalled();
    triggerTask.mockRejectedValueOnce(new Error('no database'));
    wake();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(logger.warn).toHaveBeenCalledWith(
      'The task source-test cannot be woken: no database',
    );
  });
});
