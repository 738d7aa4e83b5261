// The demo: starts the demo platform, the backend and the app, says when the app can be used, and on Ctrl-C ends all of it.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Life } from './lib/life.mjs';
import { ManagedProcess } from './lib/managedProcess.mjs';
import { PortInUseError, assertPortFree } from './lib/port.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const APP_URL = 'http://localhost:3000';
const BACKEND_URL = 'http://localhost:7007';
const DEMO_READY_URL = 'http://127.0.0.1:7100/healthz';
const READY_TIMEOUT_MS = 300_000;
const POLL_MS = 250;

const { values: flags } = parseArgs({
  options: {
    demo: { type: 'string', default: 'on' },
    verbose: { type: 'boolean', default: false },
  },
});
if (!['on', 'off'].includes(flags.demo)) {
  console.error(`--demo is "on" or "off", not "${flags.demo}".`);
  process.exit(1);
}
const withDemo = flags.demo === 'on';

const configFiles = [
  'app-config.yaml',
  ...(withDemo ? ['app-config.demo.yaml'] : []),
  ...(fs.existsSync(path.join(root, 'app-config.local.yaml')) && !withDemo
    ? ['app-config.local.yaml']
    : []),
];
const configArgs = configFiles.flatMap(file => [
  '--config',
  path.join(root, file),
]);
const cli = path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli');

const logs = path.join(root, '.demo/logs');
const backendLife = new Life({ file: path.join(logs, 'backend-life.json') });

const parts = [
  ...(withDemo
    ? [
        {
          name: 'demo platform',
          port: 7100,
          readyUrl: DEMO_READY_URL,
          cwd: 'packages/demo-platform',
          args: [
            '--require',
            '@backstage/cli/config/nodeTransform.cjs',
            'src/main.ts',
          ],
          env: {
            DEMO_FACTS_URL: `${BACKEND_URL}/api/platform-scorecard/facts`,
            // The one of app-config.demo.yaml.
            DEMO_FACTS_TOKEN: 'demo-only-token-for-facts-on-loopback',
          },
        },
      ]
    : []),
  {
    name: 'backend',
    port: 7007,
    readyUrl: `${BACKEND_URL}/.backstage/health/v1/readiness`,
    cwd: 'packages/backend',
    args: [cli, 'package', 'start', backendLife.arg, ...configArgs],
    env: backendLife.env,
    life: backendLife,
  },
  {
    name: 'app',
    port: 3000,
    readyUrl: APP_URL,
    cwd: 'packages/app',
    args: [cli, 'package', 'start', ...configArgs],
  },
];

const processes = [];
const ready = new Set();
let stopping;

function stop(status) {
  stopping ??= Promise.all(processes.map(part => part.stop())).then(() =>
    process.exit(status),
  );
  return stopping;
}

async function untilReady({ name, readyUrl }, startedAt) {
  const deadline = startedAt + READY_TIMEOUT_MS;
  while (Date.now() < deadline && !stopping) {
    const isReady = await fetch(readyUrl).then(
      response => response.ok,
      () => false,
    );
    if (isReady) {
      ready.add(name);
      console.log(
        `${name} ready after ${Math.round((Date.now() - startedAt) / 1000)} s`,
      );
      return;
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  if (!stopping) throw new Error(`The ${name} did not become ready in time.`);
}

async function main() {
  for (const part of parts) {
    await assertPortFree({
      port: part.port,
      use: `the ${part.name}`,
      remedy: 'Stop what listens there, then run the same command again.',
    });
  }
  const startedAt = Date.now();
  console.log(
    `Starting ${parts.map(part => part.name).join(', ')} (logs in .demo/logs)`,
  );
  for (const part of parts) {
    part.life?.begin();
    const managed = new ManagedProcess({
      name: part.name,
      command: process.execPath,
      args: part.args,
      cwd: path.join(root, part.cwd),
      env: { BROWSER: 'none', NODE_ENV: 'development', ...part.env },
      logFile: path.join(logs, `${part.name.replace(' ', '-')}.log`),
      verbose: flags.verbose,
    });
    processes.push(managed);
    const end = reason => {
      if (stopping || !reason) return;
      console.error(`\n${managed.report(reason)}`);
      stop(1);
    };
    managed.exited.then(end);
    part.life?.ended({ isReady: () => ready.has(part.name) }).then(end);
  }
  await Promise.all(parts.map(part => untilReady(part, startedAt)));
  if (!stopping) console.log(`\nFairway is ready: ${APP_URL}\n`);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => stop(0));
}
main().catch(error => {
  console.error(error instanceof PortInUseError ? error.message : error);
  stop(1);
});
