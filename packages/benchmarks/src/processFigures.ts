import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

/** Heap that garbage collection does not free, in MB. Needs `node --expose-gc`. */
export async function heapMb(): Promise<number> {
  if (!globalThis.gc) throw new Error('Run with node --expose-gc');
  // Finalizers run between two collections.
  globalThis.gc();
  await sleep(50);
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}

type DelayHistogram = ReturnType<typeof monitorEventLoopDelay>;

/** The event loop is watched from now on. */
export function watchBlocks(): DelayHistogram {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  return histogram;
}

/** How long the event loop was blocked at most, in ms. */
export async function longestBlockMs(
  histogram: DelayHistogram,
): Promise<number> {
  // A block is only seen by a timer that fires after it.
  await sleep(20);
  histogram.disable();
  return histogram.max / 1e6;
}

/** The value that a share of all does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}
