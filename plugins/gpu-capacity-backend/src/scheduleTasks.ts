import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { HistoryRecorder, SeenShapes } from './history';
import type { CapacityNotifier } from './notifications';

/** What the plugin does now and then. */
export async function scheduleTasks(options: {
  readonly scheduler: SchedulerService;
  readonly recorder: HistoryRecorder;
  readonly seenShapes: SeenShapes;
  readonly notifier: CapacityNotifier;
}): Promise<void> {
  const { scheduler, recorder, seenShapes, notifier } = options;
  await scheduler.scheduleTask({
    id: 'record-gpu-capacity',
    // One replica at a time.
    scope: 'global',
    frequency: { minutes: 5 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 4 },
    fn: () => recorder.record(Date.now()),
  });
  await scheduler.scheduleTask({
    id: 'read-seen-gpu-shapes',
    // What is read is kept in memory.
    scope: 'local',
    frequency: { minutes: 5 },
    initialDelay: { seconds: 5 },
    timeout: { minutes: 1 },
    fn: () => seenShapes.refresh(Date.now()),
  });
  await scheduler.scheduleTask({
    id: 'tell-of-gpu-capacity',
    scope: 'global',
    frequency: { minutes: 5 },
    initialDelay: { minutes: 2 },
    timeout: { minutes: 4 },
    fn: () => notifier.tell(Date.now()),
  });
  await scheduler.scheduleTask({
    id: 'delete-old-gpu-capacity',
    scope: 'global',
    frequency: { hours: 24 },
    initialDelay: { minutes: 10 },
    timeout: { hours: 1 },
    fn: () => recorder.deleteOld(Date.now()),
  });
}
