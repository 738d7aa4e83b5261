import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ResourceProjection } from '../src';
import { measureCacheSync, type CacheSyncFigures } from './measureCacheSync';
import { measureUnpagedList } from './measureUnpagedList';

/**
 * Prints the figures of the watch cache, and of an unpaged list on fewer pods, as JSON lines. A consumer names the
 * figures with `--prefix` and brings what it keeps with `--projections`, a module that exports `nodeProjection` and
 * `podProjection`. Run from the package:
 * `node --expose-gc --require @backstage/cli/config/nodeTransform.cjs bench/cacheBench.ts`
 */
const SEED = 1;
const FULL = { nodes: 5_000, pods: 150_000, seed: SEED };
const SMALL = { nodes: 1_000, pods: 30_000, seed: SEED };

interface Projections {
  readonly nodeProjection: ResourceProjection<unknown>;
  readonly podProjection: ResourceProjection<unknown>;
}

const { values: flags } = parseArgs({
  options: {
    prefix: { type: 'string', default: 'kubernetes-resources' },
    projections: {
      type: 'string',
      default: resolve(__dirname, 'exampleProjections.ts'),
    },
  },
});

async function main(): Promise<void> {
  // TypeScript modules come through the loader of `require`.
  const projections: Projections = createRequire(__filename)(
    resolve(flags.projections),
  );
  const full = await measureCacheSync({ ...FULL, ...projections });
  const small = await measureCacheSync({ ...SMALL, ...projections });
  const unpaged = await measureUnpagedList(SMALL);
  print('first-sync-seconds', 'firstSyncSeconds', 's', {
    full,
    small,
    unpaged,
  });
  print('longest-block-ms', 'longestBlockMs', 'ms', { full, small, unpaged });
  print('longest-busy-block-ms', 'longestBusyBlockMs', 'ms', {
    full,
    small,
    unpaged,
  });
  print('retained-heap-mb', 'retainedHeapMb', 'MB', { full, small, unpaged });
}

function print(
  name: string,
  figure: keyof CacheSyncFigures,
  unit: string,
  runs: Readonly<Record<'full' | 'small' | 'unpaged', CacheSyncFigures>>,
): void {
  const { full, small, unpaged } = runs;
  const line = {
    name: `${flags.prefix}.${name}`,
    value: round(full[figure]),
    unit,
    better: 'lower',
    n: FULL.nodes + FULL.pods,
    against: `one unpaged list kept raw, both with ${
      SMALL.nodes + SMALL.pods
    } objects: ${round(unpaged[figure])} and ${round(small[figure])} ${unit}`,
    ratio: round(unpaged[figure] / small[figure]),
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
