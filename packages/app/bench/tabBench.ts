import fs from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import { openTab, type TabFigures } from './openTab';
import { ServedPortal } from './ServedPortal';

/**
 * Prints how soon the Promotions tab of an entity with 600 stages can be used in Chromium, and how long it keeps the main
 * thread busy, as JSON lines with the ratio against the same tab with all rows at once. Needs the built app
 * (`backstage-cli package build`). Run from the package:
 * `node --require @backstage/cli/config/nodeTransform.cjs bench/tabBench.ts --control-plane <script>`
 */
const { values: flags } = parseArgs({
  options: {
    /** The control plane: a script that listens on loopback and sends its address. */
    'control-plane': { type: 'string' },
    project: { type: 'string', default: 'estate' },
    stages: { type: 'string', default: '600' },
    contexts: { type: 'string', default: '5' },
  },
});

/** What the page shows of a long matrix at first. */
const FIRST_ROWS = 50;
const SYNC_TIMEOUT_MS = 120_000;
const FIGURES: ReadonlyArray<{
  readonly name: string;
  readonly key: keyof TabFigures;
  readonly of: (values: readonly number[]) => number;
}> = [
  { name: 'tab-interactive-ms', key: 'interactiveMs', of: median },
  { name: 'tab-slowest-interactive-ms', key: 'interactiveMs', of: slowest },
  { name: 'tab-shown-ms', key: 'shownMs', of: median },
  { name: 'tab-longest-task-ms', key: 'longestScrollTaskMs', of: slowest },
  { name: 'tab-part-longest-task-ms', key: 'longestOpenTaskMs', of: slowest },
];

async function main(): Promise<void> {
  const { 'control-plane': controlPlane, project, stages, contexts } = flags;
  if (!controlPlane) throw new Error('--control-plane names no script');
  const [load] = loadavg();
  if (load > 1) {
    process.stderr.write(
      `The machine is busy with other things (load ${load.toFixed(1)}).\n`,
    );
  }
  const portal = await ServedPortal.start({ controlPlane, project });
  const browser = await launch();
  try {
    const url = `${portal.baseUrl}/catalog/default/component/${project}/promotions`;
    const all = Number(stages);
    const measure = (rows: number) =>
      openTab({ browser, url: `${url}?rows=${rows}`, rows });
    // The backend has to read the control plane first, and answers its first request more slowly than all others.
    await untilAllAreThere(browser, `${url}?rows=${all}`, all);
    await measure(FIRST_ROWS);
    const ours: TabFigures[] = [];
    const allAtOnce: TabFigures[] = [];
    for (let index = 0; index < Number(contexts); index++) {
      ours.push(await measure(FIRST_ROWS));
      allAtOnce.push(await measure(all));
    }
    for (const { name, key, of } of FIGURES) {
      print(name, ours.length, {
        ours: of(ours.map(figures => figures[key])),
        allAtOnce: of(allAtOnce.map(figures => figures[key])),
      });
    }
  } finally {
    await browser.close();
    await portal.stop();
  }
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: [
      process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
      '/usr/bin/chromium',
    ].find(candidate => candidate && fs.existsSync(candidate)),
    args: ['--no-sandbox', '--disable-gpu'],
  });
}

async function untilAllAreThere(
  browser: Browser,
  url: string,
  rows: number,
): Promise<void> {
  const untilMs = performance.now() + SYNC_TIMEOUT_MS;
  for (;;) {
    const failure = await openTab({ browser, url, rows }).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!failure) return;
    if (performance.now() > untilMs) throw failure;
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

function slowest(values: readonly number[]): number {
  return Math.max(...values);
}

function print(
  name: string,
  n: number,
  figure: { readonly ours: number; readonly allAtOnce: number },
): void {
  const ours = Math.round(figure.ours);
  const allAtOnce = Math.round(figure.allAtOnce);
  const line = {
    name: `kargo.${name}`,
    value: ours,
    unit: 'ms',
    better: 'lower',
    n,
    against: `all rows of the matrix at once: ${allAtOnce} ms`,
    // A page without any long task has no ratio.
    ...(ours > 0 && { ratio: Number((allAtOnce / ours).toPrecision(3)) }),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

main().then(
  () => process.exit(0),
  error => {
    process.stderr.write(`${error}\n`);
    process.exit(1);
  },
);
