import { z } from 'zod/v4';
import type { ResourceProjection } from '../src';
import { measureCacheSync, type CacheSyncFigures } from './measureCacheSync';
import { measureUnpagedList } from './measureUnpagedList';

/**
 * Prints the figures of the watch cache, and of an unpaged list on fewer pods, as JSON lines. Run from the package:
 * `node --expose-gc --require @backstage/cli/config/nodeTransform.cjs bench/cacheBench.ts`
 */
const SEED = 1;
const FULL = { nodes: 5_000, pods: 150_000, seed: SEED };
const SMALL = { nodes: 1_000, pods: 30_000, seed: SEED };

const nodeSchema = z.object({
  metadata: z.object({ labels: z.record(z.string(), z.string()) }),
  status: z.object({ allocatable: z.record(z.string(), z.string()) }),
});

const podSchema = z.object({
  metadata: z.object({ uid: z.string(), namespace: z.string() }),
  spec: z.object({
    nodeName: z.string(),
    containers: z.array(
      z.object({
        resources: z.object({ requests: z.record(z.string(), z.string()) }),
      }),
    ),
  }),
  status: z.object({ phase: z.string() }),
});

const nodeProjection: ResourceProjection<unknown> = {
  id: 'bench-node',
  trim: object => {
    const { metadata, status } = nodeSchema.parse(object);
    return { labels: metadata.labels, allocatable: status.allocatable };
  },
};

const podProjection: ResourceProjection<unknown> = {
  id: 'bench-pod',
  trim: object => {
    const { metadata, spec, status } = podSchema.parse(object);
    return {
      uid: metadata.uid,
      namespace: metadata.namespace,
      node: spec.nodeName,
      phase: status.phase,
      requests: spec.containers[0].resources.requests,
    };
  },
};

async function main(): Promise<void> {
  const projections = { nodeProjection, podProjection };
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
    name: `kubernetes-resources.${name}`,
    value: round(full[figure]),
    unit,
    better: 'lower',
    n: full.objects,
    against: `one unpaged list kept raw, both with ${
      small.objects
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
