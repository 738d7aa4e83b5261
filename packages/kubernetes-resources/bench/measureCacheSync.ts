import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import type { ResourceProjection } from '../src';
import { ClusterResources } from '../src/service/ClusterResources';
import { KubernetesBackend } from '../src/transport/KubernetesBackend';
import { ClusterServerProcess } from './ClusterServerProcess';
import { EventLoopProbe, type LongestBlock } from './EventLoopProbe';
import { retainedHeapMb } from './retainedHeap';
import { directClusterConfig } from '../src/testUtils/directClusterConfig';

/** What to synchronise, and what to keep of it. */
interface CacheSyncOptions {
  readonly nodes: number;
  readonly pods: number;
  readonly seed: number;
  readonly nodeProjection: ResourceProjection<unknown>;
  readonly podProjection: ResourceProjection<unknown>;
}

export interface CacheSyncFigures extends LongestBlock {
  /** From the first observation until nodes and pods are live. */
  readonly firstSyncSeconds: number;
  /** What the synchronised view holds, after garbage collection. */
  readonly retainedHeapMb: number;
  readonly objects: number;
}

const CLUSTER = 'synthetic';
const SYNC_TIMEOUT_MS = 600_000;

/**
 * Measures the first synchronisation of a cluster through the watch cache, in this process: run it in one of its own with
 * `node --expose-gc --require @backstage/cli/config/nodeTransform.cjs`.
 */
export async function measureCacheSync(
  options: CacheSyncOptions,
): Promise<CacheSyncFigures> {
  const server = await ClusterServerProcess.start(options);
  const resources = ClusterResources.fromConfig({
    config: new ConfigReader(
      directClusterConfig([{ name: CLUSTER, url: server.url, token: 'bench' }]),
    ),
    logger: mockServices.rootLogger(),
  });
  const service = resources.forPlugin({
    backend: KubernetesBackend.create({
      auth: mockServices.auth(),
      discovery: mockServices.discovery(),
    }),
  });
  const heapBeforeMb = await retainedHeapMb();
  const probe = EventLoopProbe.start();
  const startedMs = performance.now();
  const observations = [
    service.observe(
      { cluster: CLUSTER, resource: core('nodes') },
      options.nodeProjection,
    ),
    service.observe(
      { cluster: CLUSTER, resource: core('pods') },
      options.podProjection,
    ),
  ];
  // A consumer that indexes what it hears is part of a real first synchronisation.
  for (const observation of observations) {
    observation.subscribe(() => {});
  }
  const snapshots = await Promise.all(
    observations.map(o => o.settled({ timeoutMs: SYNC_TIMEOUT_MS })),
  );
  const firstSyncSeconds = (performance.now() - startedMs) / 1000;
  const blocks = await probe.stop();
  for (const { state } of snapshots) {
    if (state.status !== 'live') {
      throw new Error(`Not synchronised: ${JSON.stringify(state)}`);
    }
  }
  const figures = {
    firstSyncSeconds,
    ...blocks,
    retainedHeapMb: (await retainedHeapMb()) - heapBeforeMb,
    objects: snapshots.reduce((sum, { items }) => sum + items.size, 0),
  };
  await resources.close();
  server.stop();
  return figures;
}

function core(plural: string) {
  return { group: '', apiVersion: 'v1', plural };
}
