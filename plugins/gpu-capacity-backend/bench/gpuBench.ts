import { loadavg } from 'node:os';
import { join } from 'node:path';
import { MeasuringProcess } from '@fairway/benchmarks';
import { z } from 'zod/v4';
import { NODES, PODS } from './estate';
import { measureEstate } from './measureEstate';
import { measurePlugin } from './measurePlugin';

/**
 * Prints the figures of GPU capacity as JSON lines, each with the ratio against the obvious alternative. Run from the
 * package: `node --expose-gc --require @backstage/cli/config/nodeTransform.cjs bench/gpuBench.ts`
 */
const serverSchema = z.object({ url: z.string() });
const decisionsSchema = z.object({
  fitMs: z.number(),
  plainFitMs: z.number(),
  movesMs: z.number(),
  movesExhaustive: z.boolean(),
});
const listingSchema = z.object({
  p95Ms: z.number(),
  heapMb: z.number(),
  longestBlockMs: z.number(),
  objects: z.number(),
});

async function main(): Promise<void> {
  const [load] = loadavg();
  if (load > 1) {
    process.stderr.write(
      `The machine is busy with other things (load ${load.toFixed(1)}).\n`,
    );
  }
  const server = await MeasuringProcess.start({
    script: join(__dirname, 'clusterServer.ts'),
    message: serverSchema,
  });
  const listingPage = await MeasuringProcess.start({
    script: join(__dirname, 'listingPage.ts'),
    arguments: [server.message.url],
    message: listingSchema,
  });
  await listingPage.stop();
  const plain = listingPage.message;
  const plugin = await measurePlugin({
    serverUrl: server.message.url,
    beginEvents: () => server.send('begin'),
  });
  const estate = await measureEstate({ serverUrl: server.message.url });
  await server.stop();
  const deciding = await MeasuringProcess.start({
    script: join(__dirname, 'decisions.ts'),
    message: decisionsSchema,
  });
  await deciding.stop();
  const decisions = deciding.message;

  const listing = 'listing all nodes and pods when the page opens';
  print('first-sync-seconds', 's', plugin.firstSyncSeconds, {
    what: listing,
    value: plain.p95Ms / 1000,
  });
  print('longest-block-ms', 'ms', plugin.longestBlockMs.sync, {
    what: listing,
    value: plain.longestBlockMs,
  });
  print('longest-block-under-load-ms', 'ms', plugin.longestBlockMs.load, {
    what: listing,
    value: plain.longestBlockMs,
  });
  print('heap-mb', 'MB', plugin.heapMb, {
    what: 'keeping nodes and pods as they are listed',
    value: plain.heapMb,
  });
  print('page-api-p95-ms', 'ms', plugin.page.p95Ms, {
    what: listing,
    value: plain.p95Ms,
  });
  print('page-api-p50-ms', 'ms', plugin.page.p50Ms, {
    what: listing,
    value: plain.p95Ms,
  });
  print('entity-payload-kb', 'kB', plugin.page.bytes / 1000);
  print('fit-ms', 'ms', decisions.fitMs, {
    what: 'adding up all pods of each node first',
    value: decisions.plainFitMs,
  });
  print('moves-ms', 'ms', decisions.movesMs);
  const listingOne = 'listing all nodes and pods of one large cluster';
  print('what-if-p95-ms', 'ms', estate.whatIf.p95Ms, {
    what: listingOne,
    value: plain.p95Ms,
  });
  print('component-page-p95-ms', 'ms', estate.componentPage.p95Ms, {
    what: listingOne,
    value: plain.p95Ms,
  });
  print(
    'component-page-unremembered-ms',
    'ms',
    estate.componentPageUnrememberedMs,
    { what: listingOne, value: plain.p95Ms },
  );
  if (!decisions.movesExhaustive) {
    process.stderr.write(
      'The search for moves stopped before all was tried.\n',
    );
  }
}

function print(
  name: string,
  unit: string,
  value: number,
  against?: { readonly what: string; readonly value: number },
): void {
  const line = {
    name: `gpu.${name}`,
    value: round(value),
    unit,
    better: 'lower',
    n: NODES + PODS,
    ...(against && {
      against: `${against.what}: ${round(against.value)} ${unit}`,
      ratio: round(against.value / value),
    }),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
