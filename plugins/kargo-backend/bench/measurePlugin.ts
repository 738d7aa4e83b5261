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
import {
  entityPromotionsSchema,
  type EntityPromotions,
} from '@fairway/plugin-kargo-common';
import kargoPlugin from '../src';
import { LARGE_PROJECT, LARGE_STAGES, PROMOTIONS_PER_STAGE } from './estate';

export interface PluginFigures {
  readonly firstAnswerSeconds: number;
  readonly matrix: LoadFigures;
  /** Time of the processor for one answer, with all that the plugin does meanwhile. */
  readonly cpuMsPerAnswer: number;
  /** `undefined` where the plugin has no portfolio yet. */
  readonly portfolio: LoadFigures | undefined;
  readonly heapMb: number;
  /** While it synchronised, and while it answered. */
  readonly longestBlockMs: { readonly sync: number; readonly load: number };
}

const REQUESTS = 200;
/** So that 200 requests see more than 1,000 events. */
const PAUSE_MS = 100;
const FIRST_ANSWER_TIMEOUT_MS = 120_000;

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: LARGE_PROJECT,
    namespace: 'default',
    annotations: { 'kargo/project': LARGE_PROJECT },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'platform' },
};

/** Starts the backend plugin against a control plane, and asks it over HTTP while the control plane changes. */
export async function measurePlugin(options: {
  readonly serverUrl: string;
  readonly beginEvents: () => void;
}): Promise<PluginFigures> {
  const heapBeforeMb = await heapMb();
  const syncBlocks = watchBlocks();
  const startedMs = performance.now();
  const backend = await startTestBackend({
    features: [
      kargoPlugin,
      mockServices.rootConfig.factory({
        data: directClusterConfig([
          { name: 'synthetic', url: options.serverUrl, token: 'bench' },
        ]),
      }),
      catalogServiceMock.factory({ entities: [entity] }),
    ],
  });
  const base = `http://127.0.0.1:${backend.server.port()}/api/kargo`;
  const page = `${base}/entities/component/default/${LARGE_PROJECT}/promotions`;
  await firstUsableAnswer(page);
  const firstAnswerSeconds = (performance.now() - startedMs) / 1000;
  const sync = await longestBlockMs(syncBlocks);

  options.beginEvents();
  const loadBlocks = watchBlocks();
  const cpuBefore = process.cpuUsage();
  const matrix = await load(page);
  const { user, system } = process.cpuUsage(cpuBefore);
  const portfolio = (await exists(`${base}/portfolio`))
    ? await load(`${base}/portfolio`)
    : undefined;
  const figures = {
    firstAnswerSeconds,
    matrix,
    cpuMsPerAnswer: (user + system) / 1000 / matrix.answers,
    portfolio,
    longestBlockMs: { sync, load: await longestBlockMs(loadBlocks) },
    heapMb: (await heapMb()) - heapBeforeMb,
  };
  await backend.stop();
  return figures;
}

/** Everything is there and current, not only a part of it. */
async function firstUsableAnswer(page: string): Promise<void> {
  const untilMs = performance.now() + FIRST_ANSWER_TIMEOUT_MS;
  while (performance.now() < untilMs) {
    const response = await fetch(page);
    if (!response.ok) throw new Error(await response.text());
    if (isUsable(entityPromotionsSchema.parse(await response.json()))) return;
    await sleep(50);
  }
  throw new Error('No usable answer came');
}

function isUsable({ projects: [project] }: EntityPromotions): boolean {
  return (
    project !== undefined &&
    [project.stages, project.freight, project.promotions].every(
      ({ freshness }) => freshness.status === 'live',
    ) &&
    project.stages.items.length === LARGE_STAGES &&
    project.promotions.total === LARGE_STAGES * PROMOTIONS_PER_STAGE
  );
}

function load(url: string): Promise<LoadFigures> {
  return loadFigures({ url, requests: REQUESTS, pauseMs: PAUSE_MS });
}

async function exists(url: string): Promise<boolean> {
  const response = await fetch(url);
  await response.arrayBuffer();
  return response.status !== 404;
}
