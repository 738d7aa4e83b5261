import type { CacheSyncFigures } from './measureCacheSync';
import { ClusterServerProcess } from './ClusterServerProcess';
import { EventLoopProbe } from './EventLoopProbe';
import { retainedHeapMb } from './retainedHeap';

/**
 * The obvious alternative: one list of each type without paging, kept as it came. Above about 95,000 pods V8 refuses the
 * text of the answer (its longest string has 512 MiB), so this is measured on fewer.
 */
export async function measureUnpagedList(options: {
  readonly nodes: number;
  readonly pods: number;
  readonly seed: number;
}): Promise<CacheSyncFigures> {
  const server = await ClusterServerProcess.start(options);
  const heapBeforeMb = await retainedHeapMb();
  const probe = EventLoopProbe.start();
  const startedMs = performance.now();
  const lists: Array<{ readonly items: unknown[] }> = await Promise.all(
    ['nodes', 'pods'].map(async plural => {
      const response = await fetch(`${server.url}/api/v1/${plural}`);
      return response.json();
    }),
  );
  const firstSyncSeconds = (performance.now() - startedMs) / 1000;
  const blocks = await probe.stop();
  const figures = {
    firstSyncSeconds,
    ...blocks,
    retainedHeapMb: (await retainedHeapMb()) - heapBeforeMb,
    objects: lists.reduce((sum, { items }) => sum + items.length, 0),
  };
  server.stop();
  return figures;
}
