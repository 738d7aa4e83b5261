import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { loadFigures, percentile, type LoadFigures } from '@fairway/benchmarks';
import { directClusterConfig } from '@fairway/kubernetes-resources/testUtils';
import {
  gpuCapacitySchema,
  type GpuCapacity,
} from '@fairway/plugin-gpu-capacity-common';
import gpuCapacityPlugin from '../src';
import {
  COMPONENT,
  GPU,
  LARGE_CLUSTERS,
  SMALL_CLUSTERS,
  SMALL_PATH,
} from './estate';

export interface EstateFigures {
  /** Of questions that differ from each other. */
  readonly whatIf: LoadFigures;
  readonly componentPage: LoadFigures;
  /** Opened when nobody has looked at it for a while; the median of a few. */
  readonly componentPageUnrememberedMs: number;
}

const READY_TIMEOUT_MS = 300_000;
/** What was found is not good for so long. */
const FORGOTTEN_MS = 11_000;
const OPENINGS = 5;
/** Of the workloads of a component in one cluster the first ones are shown. */
const SHOWN_DEMANDS = 10;

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: COMPONENT,
    namespace: 'default',
    annotations: { 'backstage.io/kubernetes-id': COMPONENT },
  },
  spec: { type: 'service', owner: 'team-0', lifecycle: 'production' },
};

/** Shapes that people ask for: of one to eight devices, for which there is room and for which there is none. */
const QUESTIONS = Array.from({ length: 120 }, (_, index) => {
  const devices = 2 ** (index % 4);
  return {
    shape: {
      kind: 'amounts',
      requests: {
        cpu: String(devices * (2 + (index % 13))),
        memory: `${devices * (32 + index)}Gi`,
        [GPU]: String(devices),
      },
      priority: (index % 3) * 100,
    },
    replicas: 1 + (index % 5),
  };
});

/** Starts the backend plugin against several clusters, and asks it for what it finds in all of them together. */
export async function measureEstate(options: {
  readonly serverUrl: string;
}): Promise<EstateFigures> {
  const { serverUrl } = options;
  const clusters = [
    ...named('large', LARGE_CLUSTERS, serverUrl),
    ...named('small', SMALL_CLUSTERS, `${serverUrl}${SMALL_PATH}`),
  ];
  const backend = await startTestBackend({
    features: [
      gpuCapacityPlugin,
      mockServices.rootConfig.factory({ data: directClusterConfig(clusters) }),
      catalogServiceMock.factory({ entities: [entity] }),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/gpu-capacity`;
  const pageUrl = `${url}/entities/component/default/${COMPONENT}/capacity`;
  await untilReady(pageUrl, clusters.length);
  const unremembered: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    await sleep(FORGOTTEN_MS);
    const startedMs = performance.now();
    await read(pageUrl);
    unremembered.push(performance.now() - startedMs);
  }
  const whatIf = await loadFigures({
    url: `${url}/what-if`,
    requests: QUESTIONS.length,
    pauseMs: 100,
    bodies: QUESTIONS,
  });
  const componentPage = await loadFigures({
    url: pageUrl,
    requests: 100,
    pauseMs: 200,
  });
  await backend.stop();
  return {
    whatIf,
    componentPage,
    componentPageUnrememberedMs: percentile(unremembered, 0.5),
  };
}

function named(name: string, count: number, url: string) {
  return Array.from({ length: count }, (_, index) => ({
    name: `${name}-${index}`,
    url,
    token: 'bench',
  }));
}

/** Every cluster has told of all its nodes, pods and workloads. */
async function untilReady(pageUrl: string, clusters: number): Promise<void> {
  const untilMs = performance.now() + READY_TIMEOUT_MS;
  while (performance.now() < untilMs) {
    const answer = await read(pageUrl);
    if (
      answer.scope === 'workload' &&
      answer.demands.length === clusters * SHOWN_DEMANDS &&
      answer.clusters.length === clusters &&
      answer.clusters.every(({ freshness }) => freshness.status === 'live')
    ) {
      return;
    }
    await sleep(500);
  }
  throw new Error('Not all clusters were read in time');
}

async function read(pageUrl: string): Promise<GpuCapacity> {
  const response = await fetch(pageUrl);
  if (!response.ok) throw new Error(await response.text());
  return gpuCapacitySchema.parse(await response.json());
}
