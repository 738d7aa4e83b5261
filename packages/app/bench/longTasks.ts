import type { BrowserContext, Page } from '@playwright/test';

/** What kept the main thread of a page busy, in ms since its navigation began. */
export interface LongTask {
  readonly startMs: number;
  readonly endMs: number;
}

declare global {
  interface Window {
    longTasks: LongTask[];
  }
}

/** Every page of the context notes its tasks of 50 ms and more, from its first script on. */
export async function noteLongTasks(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.longTasks = [];
    new PerformanceObserver(list => {
      for (const { startTime, duration } of list.getEntries()) {
        window.longTasks.push({
          startMs: startTime,
          endMs: startTime + duration,
        });
      }
    }).observe({ type: 'longtask', buffered: true });
  });
}

/** The tasks that ended since a time. */
export async function longTasksSince(
  page: Page,
  sinceMs: number,
): Promise<LongTask[]> {
  const tasks = await page.evaluate(() => window.longTasks);
  return tasks.filter(({ endMs }) => endMs > sinceMs);
}

/** How long the longest task took; 0 where none took 50 ms. */
export function longestMs(tasks: readonly LongTask[]): number {
  return Math.max(0, ...tasks.map(({ startMs, endMs }) => endMs - startMs));
}

/** When the page has become quiet: the end of the last task before a pause, or the time itself where a pause follows it. */
export function quietSinceMs(
  tasks: readonly LongTask[],
  fromMs: number,
  pauseMs: number,
): number {
  let quietMs = fromMs;
  for (const { startMs, endMs } of tasks) {
    if (startMs > quietMs + pauseMs) break;
    quietMs = Math.max(quietMs, endMs);
  }
  return quietMs;
}
