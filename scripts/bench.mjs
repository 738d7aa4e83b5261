// Measures; prints one JSON object a line. `yarn bench gpu`, or `npm run bench -- gpu`. Benchmarks are no tests.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres } from './lib/postgres.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What can be measured so far. */
const BENCHES = {
  gpu: [{ cwd: 'plugins/gpu-capacity-backend', file: 'bench/gpuBench.ts' }],
  scorecard: [
    {
      cwd: 'plugins/platform-scorecard-backend',
      postgres: true,
      file: 'bench/scorecardBench.ts',
    },
  ],
  cache: [
    { cwd: 'packages/kubernetes-resources', file: 'bench/cacheBench.ts' },
  ],
  kargo: [
    { cwd: 'plugins/kargo-backend', file: 'bench/kargoBench.ts' },
    { cwd: 'plugins/kargo-common', file: 'bench/diagnosisBench.ts' },
    {
      cwd: 'packages/app',
      // The app as it is shipped.
      builds: true,
      file: 'bench/tabBench.ts',
      args: [
        '--control-plane',
        path.join(root, 'plugins/kargo-backend/bench/controlPlaneServer.ts'),
      ],
    },
  ],
};

const [wanted = 'all'] = process.argv.slice(2);
const names = wanted === 'all' ? Object.keys(BENCHES) : [wanted];
const unknown = names.find(name => !(name in BENCHES));
if (unknown) {
  console.error(
    `There is no benchmark "${unknown}" yet: ${Object.keys(BENCHES).join(
      ', ',
    )} or all.`,
  );
  process.exit(1);
}

function run(args, { cwd, env, stdout = 'inherit' }) {
  return new Promise(resolve => {
    const child = spawn(process.execPath, args, {
      cwd: path.join(root, cwd),
      env: { ...process.env, ...env },
      stdio: ['inherit', stdout, 'inherit'],
    });
    child.on('error', () => resolve(1)).on('exit', code => resolve(code ?? 1));
  });
}

/** What a package is built with; the lines of the benchmarks are all that goes to the output. */
const BUILD = [
  path.join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
  'package',
  'build',
];

for (const bench of names.flatMap(n => BENCHES[n])) {
  const { cwd, file, args = [], builds = false } = bench;
  const postgres = bench.postgres ? await startPostgres() : undefined;
  const env = postgres && { BENCH_POSTGRES_URL: postgres.url };
  const status =
    (builds && (await run(BUILD, { cwd, stdout: 'ignore' }))) ||
    (await run(
      [
        '--expose-gc',
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        file,
        ...args,
      ],
      { cwd, env },
    ));
  await postgres?.stop();
  if (status !== 0) process.exit(status);
}
