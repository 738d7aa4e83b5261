import fs from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium, type Browser } from '@playwright/test';
import {
  openTab,
  openTabFromEntity,
  type TabFigures,
  type TabSpeed,
} from './openTab';
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
const WARM_UPS = 3;
const SYNC_TIMEOUT_MS = 120_000;
const FIGURES: ReadonlyArray<{
  readonly name: string;
  readonly key: keyof TabFigures;
  readonly of: (values: readonly number[]) => number;
}> = [
  { name: 'tab-cold-interactive-ms', key: 'interactiveMs', of: median },
  { name: 'tab-cold-shown-ms', key: 'shownMs', of: median },
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
    const url = `${portal.baseUrl}/catalog/default/component/${project}`;
    const all = Number(stages);
    const measure = (rows: number) => openTab({ browser, url, rows });
    // The backend has to read the control plane first.
    await untilAllAreThere(browser, url, all);
    // What is measured is a warm backend: its first answers are slow, whatever they are.
    for (let times = 0; times < WARM_UPS; times++) await measure(FIRST_ROWS);
    const ours: TabFigures[] = [];
    const fromEntity: TabSpeed[] = [];
    const allAtOnce: TabFigures[] = [];
    for (let index = 0; index < Number(contexts); index++) {
      ours.push(await measure(FIRST_ROWS));
      fromEntity.push(
        await openTabFromEntity({ browser, url, rows: FIRST_ROWS }),
      );
      allAtOnce.push(await measure(all));
    }
    const { length: n } = ours;
    const opened = fromEntity.map(({ interactiveMs }) => interactiveMs);
    const cold = 'following a link with an empty cache';
    const linked = ours.map(({ interactiveMs }) => interactiveMs);
    print({
      name: 'tab-interactive-ms',
      n,
      ours: median(opened),
      against: { what: cold, value: median(linked) },
    });
    print({
      name: 'tab-slowest-interactive-ms',
      n,
      ours: slowest(opened),
      against: { what: cold, value: slowest(linked) },
    });
    for (const { name, key, of } of FIGURES) {
      print({
        name,
        n,
        ours: of(ours.map(figures => figures[key])),
        against: {
          what: 'all rows of the matrix at once',
          value: of(allAtOnce.map(figures => figures[key])),
        },
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

function print(figure: {
  readonly name: string;
  readonly n: number;
  readonly ours: number;
  readonly against: { readonly what: string; readonly value: number };
}): void {
  const ours = Math.round(figure.ours);
  const other = Math.round(figure.against.value);
  const line = {
    name: `kargo.${figure.name}`,
    value: ours,
    unit: 'ms',
    better: 'lower',
    n: figure.n,
    against: `${figure.against.what}: ${other} ms`,
    // A page without any long task has no ratio.
    ...(ours > 0 && { ratio: Number((other / ours).toPrecision(3)) }),
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
