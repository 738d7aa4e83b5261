import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  heapMb,
  loadFigures,
  longestBlockMs,
  watchBlocks,
  type LoadFigures,
} from '@fairway/benchmarks';
import { directClusterConfig } from '@fairway/kubernetes-resources/testUtils';
import { gpuCapacitySchema } from '@fairway/plugin-gpu-capacity-common';
import gpuCapacityPlugin from '../src';
import { CLUSTER, GPU_NODES } from './estate';

export interface PluginFigures {
  readonly firstSyncSeconds: number;
  readonly page: LoadFigures;
  readonly heapMb: number;
  /** While it synchronised, and while it answered. */
  readonly longestBlockMs: { readonly sync: number; readonly load: number };
}

const FIRST_ANSWER_TIMEOUT_MS = 180_000;

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: {
    name: CLUSTER,
    namespace: 'default',
    annotations: { 'gpu-capacity/cluster': CLUSTER },
  },
  spec: { type: 'kubernetes-cluster', owner: 'platform' },
};

/** Starts the backend plugin against a cluster, and asks it over HTTP while pods come and go. */
export async function measurePlugin(options: {
  readonly serverUrl: string;
  readonly beginEvents: () => void;
}): Promise<PluginFigures> {
  const heapBeforeMb = await heapMb();
  const syncBlocks = watchBlocks();
  const startedMs = performance.now();
  const backend = await startTestBackend({
    features: [
      gpuCapacityPlugin,
      mockServices.rootConfig.factory({
        data: directClusterConfig([
          { name: CLUSTER, url: options.serverUrl, token: 'bench' },
        ]),
      }),
      catalogServiceMock.factory({ entities: [entity] }),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/gpu-capacity/entities/resource/default/${CLUSTER}/capacity`;
  await firstUsableAnswer(url);
  const firstSyncSeconds = (performance.now() - startedMs) / 1000;
  const sync = await longestBlockMs(syncBlocks);

  options.beginEvents();
  const loadBlocks = watchBlocks();
  const page = await loadFigures({ url, requests: 200, pauseMs: 100 });
  const figures = {
    firstSyncSeconds,
    page,
    longestBlockMs: { sync, load: await longestBlockMs(loadBlocks) },
    heapMb: (await heapMb()) - heapBeforeMb,
  };
  await backend.stop();
  return figures;
}

/** Everything is there and current, not only a part of it. */
async function firstUsableAnswer(url: string): Promise<void> {
  const untilMs = performance.now() + FIRST_ANSWER_TIMEOUT_MS;
  while (performance.now() < untilMs) {
    const response = await fetch(url);
    if (!response.ok) throw new Error(await response.text());
    const answer = gpuCapacitySchema.parse(await response.json());
    if (
      answer.scope === 'pool' &&
      answer.nodes.items.length === GPU_NODES &&
      answer.pods.freshness.status === 'live'
    ) {
      return;
    }
    await sleep(100);
  }
  throw new Error('No usable answer came');
}
