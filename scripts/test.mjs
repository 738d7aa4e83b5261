// All checks and tests, in the order in which they fail fastest. `npm test -- --only=unit,e2e` runs some of them.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { runStep } from './lib/pipeline.mjs';
import { startPostgres } from './lib/postgres.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = name => path.join(root, 'node_modules/.bin', name);
const node = process.execPath;

const { values: flags } = parseArgs({
  options: { only: { type: 'string' } },
});

const steps = [
  { id: 'types', name: 'Types', command: bin('tsc'), args: [] },
  {
    id: 'scripts',
    name: 'Tests of the scripts',
    command: node,
    args: [
      '--test',
      '--test-reporter=tap',
      ...fs
        .globSync('scripts/**/*.test.mjs', { cwd: root })
        .map(file => path.join(root, file)),
    ],
  },
  {
    id: 'config',
    name: 'Configuration schema',
    command: bin('backstage-cli'),
    args: [
      'config:check',
      '--strict',
      '--config',
      'app-config.yaml',
      '--config',
      'app-config.demo.yaml',
    ],
  },
  {
    id: 'format',
    name: 'Formatting',
    command: bin('prettier'),
    args: ['--check', '--log-level=warn', '.'],
  },
  {
    id: 'lint',
    name: 'Lint',
    command: bin('backstage-cli'),
    args: ['repo', 'lint'],
  },
  {
    id: 'api',
    name: 'API reports',
    command: node,
    args: [
      path.join(root, '.yarn/releases/yarn-4.13.0.cjs'),
      'build:api-reports',
      '--ci',
    ],
  },
  {
    id: 'unit',
    name: 'Unit and integration tests on SQLite and PostgreSQL',
    command: bin('backstage-cli'),
    // A hang ends a test; a busy machine does not.
    args: ['repo', 'test', '--maxWorkers=2', '--silent', '--testTimeout=60000'],
    postgres: true,
  },
  {
    id: 'e2e',
    name: 'End-to-end tests in Chromium',
    command: bin('playwright'),
    args: ['test'],
  },
];

const wanted = flags.only?.split(',');
const unknown = wanted?.filter(id => !steps.some(step => step.id === id));
if (unknown?.length) {
  console.error(
    `--only takes ${steps.map(step => step.id).join(', ')}, not ${unknown}.`,
  );
  process.exit(1);
}

let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    interrupted = true;
  });
}

const results = [];
for (const step of steps.filter(({ id }) => wanted?.includes(id) ?? true)) {
  if (interrupted) break;
  const postgres = step.postgres ? await startPostgres() : undefined;
  try {
    results.push(
      await runStep({
        ...step,
        cwd: root,
        env: {
          ...(step.id === 'unit' && { NODE_ENV: 'test', CI: '1' }),
          ...(postgres && {
            BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
          }),
        },
      }),
    );
  } finally {
    await postgres?.stop();
  }
}

console.log('\n=== Summary');
for (const { name, ok, seconds, passed, failed } of results) {
  const tests =
    passed + failed > 0 ? `, ${passed} of ${passed + failed} tests` : '';
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s${tests})`);
}
const sum = key => results.reduce((total, result) => total + result[key], 0);
const brokenSteps = results.filter(({ ok, failed }) => !ok && failed === 0);
console.log(
  `\n${sum('passed')} passed, ${sum('failed') + brokenSteps.length} failed`,
);
process.exit(!interrupted && results.every(({ ok }) => ok) ? 0 : 1);
