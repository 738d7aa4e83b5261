import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { PlatformFactStore } from '../database';
import { FactIngest } from '../services/FactIngest';
import type { ScheduledSource } from './createSources';
import { SourcePoller } from './SourcePoller';

/** Polls each source on its interval, in one replica at a time. */
export async function schedulePolls(options: {
  readonly sources: readonly ScheduledSource[];
  readonly store: PlatformFactStore;
  readonly scheduler: SchedulerService;
  readonly logger: LoggerService;
}): Promise<void> {
  const { sources, scheduler, store, logger } = options;
  const ingest = FactIngest.create({ getStore: () => store });
  for (const { source, interval } of sources) {
    const poller = SourcePoller.create({ source, store, ingest, logger });
    await scheduler.scheduleTask({
      id: `source-${source.id}`,
      scope: 'global',
      frequency: interval,
      timeout: { minutes: 5 },
      fn: () => poller.poll(),
    });
  }
}
