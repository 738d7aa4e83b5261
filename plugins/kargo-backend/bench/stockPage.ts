import { LARGE_PROJECT } from './estate';
import {
  heapMb,
  longestBlockMs,
  percentile,
  watchBlocks,
} from '@fairway/benchmarks';

/**
 * The obvious alternative: list everything of the project when its page opens, in pages of 500 whole objects, and keep it
 * until the page closes. Argument: address of the API server.
 */
const [serverUrl] = process.argv.slice(2);
const PAGES = 3;
const KARGO = `apis/kargo.akuity.io/v1alpha1/namespaces/${LARGE_PROJECT}`;
const LISTS = [
  ...['stages', 'freights', 'warehouses', 'promotions'].map(
    plural => `${KARGO}/${plural}`,
  ),
  `apis/argoproj.io/v1alpha1/namespaces/${LARGE_PROJECT}/analysisruns`,
];

interface ListAnswer {
  readonly metadata: { readonly continue: string };
  readonly items: readonly unknown[];
}

async function openPage(): Promise<{ items: unknown[]; bytes: number }> {
  const items: unknown[] = [];
  let bytes = 0;
  for (const list of LISTS) {
    let next = '';
    do {
      const response = await fetch(
        `${serverUrl}/${list}?limit=500${next && `&continue=${next}`}`,
      );
      const text = await response.text();
      const answer: ListAnswer = JSON.parse(text);
      bytes += text.length;
      items.push(...answer.items);
      next = answer.metadata.continue;
    } while (next);
  }
  return { items, bytes };
}

async function main(): Promise<void> {
  const times = [];
  const before = await heapMb();
  const blocks = watchBlocks();
  const cpuBefore = process.cpuUsage();
  let page = { items: [] as unknown[], bytes: 0 };
  for (let index = 0; index < PAGES; index++) {
    page = { items: [], bytes: 0 };
    const startedMs = performance.now();
    page = await openPage();
    times.push(performance.now() - startedMs);
  }
  const { user, system } = process.cpuUsage(cpuBefore);
  const blockMs = await longestBlockMs(blocks);
  process.send?.({
    p50Ms: percentile(times, 0.5),
    p95Ms: percentile(times, 0.95),
    cpuMs: (user + system) / 1000 / PAGES,
    heapMb: (await heapMb()) - before,
    longestBlockMs: blockMs,
    bytes: page.bytes,
    objects: page.items.length,
  });
}

main().catch(error => {
  process.stderr.write(`${error}\n`);
  process.exit(1);
});
process.once('disconnect', () => process.exit());
