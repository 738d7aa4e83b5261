import { loadavg } from 'node:os';
import { join } from 'node:path';
import { MeasuringProcess } from '@fairway/benchmarks';
import { z } from 'zod/v4';
import { measurePlugin } from './measurePlugin';

/**
 * Prints the figures of the promotion view as JSON lines, each with the ratio against listing everything when a page opens.
 * Run from the package: `node --expose-gc --require @backstage/cli/config/nodeTransform.cjs bench/kargoBench.ts`
 */
const serverSchema = z.object({ url: z.string() });
const stockSchema = z.object({
  p50Ms: z.number(),
  p95Ms: z.number(),
  cpuMs: z.number(),
  heapMb: z.number(),
  longestBlockMs: z.number(),
  bytes: z.number(),
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
    script: join(__dirname, 'controlPlaneServer.ts'),
    message: serverSchema,
  });
  const { url } = server.message;
  const stock = await MeasuringProcess.start({
    script: join(__dirname, 'stockPage.ts'),
    arguments: [url],
    message: stockSchema,
  });
  await stock.stop();
  const plain = stock.message;
  const plugin = await measurePlugin({
    serverUrl: url,
    beginEvents: () => server.send('begin'),
  });
  await server.stop();

  const { matrix, portfolio } = plugin;
  const print = printer(plain.objects);
  print('first-answer-seconds', 's', {
    ours: plugin.firstAnswerSeconds,
    stock: plain.p95Ms / 1000,
  });
  print('matrix-api-p95-ms', 'ms', { ours: matrix.p95Ms, stock: plain.p95Ms });
  print('matrix-api-p50-ms', 'ms', { ours: matrix.p50Ms, stock: plain.p50Ms });
  print('matrix-cpu-ms', 'ms', {
    ours: plugin.cpuMsPerAnswer,
    stock: plain.cpuMs,
  });
  if (portfolio) {
    print('portfolio-api-p95-ms', 'ms', {
      ours: portfolio.p95Ms,
      stock: plain.p95Ms,
    });
  } else {
    process.stderr.write('There is no portfolio to measure yet.\n');
  }
  print('heap-mb', 'MB', { ours: plugin.heapMb, stock: plain.heapMb });
  print('entity-payload-kb', 'kB', {
    ours: matrix.bytes / 1000,
    stock: plain.bytes / 1000,
  });
  print('longest-block-ms', 'ms', {
    ours: Math.max(plugin.longestBlockMs.sync, plugin.longestBlockMs.load),
    stock: plain.longestBlockMs,
  });
  print('longest-block-under-load-ms', 'ms', {
    ours: plugin.longestBlockMs.load,
    stock: plain.longestBlockMs,
  });
}

function printer(objects: number) {
  return (
    name: string,
    unit: string,
    figure: { readonly ours: number; readonly stock: number },
  ) => {
    const line = {
      name: `kargo.${name}`,
      value: round(figure.ours),
      unit,
      better: 'lower',
      n: objects,
      against: `listing everything of the project when its page opens: ${round(
        figure.stock,
      )} ${unit}`,
      ratio: round(figure.stock / figure.ours),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
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
