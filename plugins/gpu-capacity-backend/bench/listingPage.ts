import { setTimeout as sleep } from 'node:timers/promises';
import {
  heapMb,
  longestBlockMs,
  percentile,
  watchBlocks,
} from '@fairway/benchmarks';
import { z } from 'zod/v4';

/**
 * What a page costs that lists nodes and pods anew each time it is opened, in pages, and keeps the objects as they are.
 * Argument: address of the API server.
 */
const listSchema = z.object({
  metadata: z.object({ continue: z.string() }),
  items: z.array(z.unknown()),
});
const OPENINGS = 2;
const LIMIT = 5_000;

async function list(url: string): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  let next = '';
  do {
    const response = await fetch(
      `${url}?limit=${LIMIT}${next && `&continue=${next}`}`,
    );
    const page = listSchema.parse(await response.json());
    items.push(...page.items);
    next = page.metadata.continue;
  } while (next);
  return items;
}

async function main(): Promise<void> {
  const [url] = process.argv.slice(2);
  const before = await heapMb();
  const blocks = watchBlocks();
  const times: number[] = [];
  let kept: readonly unknown[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const startedMs = performance.now();
    const lists = await Promise.all(
      ['nodes', 'pods'].map(kind => list(`${url}/api/v1/${kind}`)),
    );
    kept = lists.flat();
    times.push(performance.now() - startedMs);
    await sleep(0);
  }
  process.send?.({
    p95Ms: percentile(times, 0.95),
    heapMb: (await heapMb()) - before,
    longestBlockMs: await longestBlockMs(blocks),
    objects: kept.length,
  });
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
process.once('disconnect', () => process.exit());
