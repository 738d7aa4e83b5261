import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import type { FactSource } from '@fairway/plugin-platform-scorecard-node';
import type { PlatformFactStore } from '../database';
import { FactIngest } from '../services/FactIngest';
import { SourcePoller } from './SourcePoller';
import { createWake } from './createWake';

const DEFAULT_INTERVAL: HumanDuration = { minutes: 1 };
const TIMEOUT: HumanDuration = { minutes: 5 };

/** Polls each source on its interval and when it wakes, in one replica at a time. */
export async function schedulePolls(options: {
  readonly sources: readonly FactSource[];
  readonly store: PlatformFactStore;
  readonly scheduler: SchedulerService;
  readonly logger: LoggerService;
}): Promise<void> {
  const { sources, scheduler, store, logger } = options;
  const ingest = FactIngest.create({ getStore: () => store });
  for (const source of sources) {
    const poller = SourcePoller.create({ source, store, ingest, logger });
    const id = `source-${source.id}`;
    await scheduler.scheduleTask({
      id,
      scope: 'global',
      frequency: source.interval ?? DEFAULT_INTERVAL,
      timeout: TIMEOUT,
      fn: () => poller.poll(),
    });
    try {
      await source.subscribe?.(createWake({ scheduler, id, logger }));
    } catch (error) {
      // It is polled all the same, only later.
      logger.warn(
        `The source ${source.id} cannot listen: ${toError(error).message}`,
      );
    }
  }
}
