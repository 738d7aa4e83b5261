import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { isError, toError } from '@backstage/errors';

/** Many signs in a moment are one reason to look. */
const GATHER_MS = 1_000;

/** A function that has a task run soon, however often it is called. */
export function createWake(options: {
  readonly scheduler: Pick<SchedulerService, 'triggerTask'>;
  readonly id: string;
  readonly logger: LoggerService;
}): () => void {
  const { scheduler, id, logger } = options;
  let waiting: NodeJS.Timeout | undefined;
  const trigger = async () => {
    waiting = undefined;
    try {
      await scheduler.triggerTask(id);
    } catch (error) {
      // It runs already, here or in another replica; what came in meanwhile is found at the latest on its interval.
      if (isError(error) && error.name === 'ConflictError') return;
      logger.warn(`The task ${id} cannot be woken: ${toError(error).message}`);
    }
  };
  return () => {
    waiting ??= setTimeout(trigger, GATHER_MS);
    waiting.unref();
  };
}
