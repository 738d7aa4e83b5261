// Measures; prints one JSON object a line. `yarn bench gpu`, or `npm run bench -- gpu`. Benchmarks are no tests.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What can be measured so far. */
const BENCHES = {
  gpu: [
    {
      cwd: 'packages/kubernetes-resources',
      file: 'bench/cacheBench.ts',
      args: [
        '--prefix',
        'gpu',
        '--projections',
        path.join(root, 'plugins/gpu-capacity-backend/bench/projections.ts'),
      ],
      env: { BENCH_DEVICE_RESOURCE: 'nvidia.com/gpu' },
    },
  ],
  kargo: [
    { cwd: 'plugins/kargo-backend', file: 'bench/kargoBench.ts' },
    { cwd: 'plugins/kargo-common', file: 'bench/diagnosisBench.ts' },
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

for (const { cwd, file, args = [], env } of names.flatMap(n => BENCHES[n])) {
  const status = await new Promise(resolve => {
    const child = spawn(
      process.execPath,
      [
        '--expose-gc',
        '--require',
        '@backstage/cli/config/nodeTransform.cjs',
        file,
        ...args,
      ],
      {
        cwd: path.join(root, cwd),
        env: { ...process.env, ...env },
        stdio: 'inherit',
      },
    );
    child.on('error', () => resolve(1)).on('exit', code => resolve(code ?? 1));
  });
  if (status !== 0) process.exit(status);
}
