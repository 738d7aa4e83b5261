import { setTimeout as sleep } from 'node:timers/promises';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { loadFigures, type LoadFigures } from '@fairway/benchmarks';
import { directClusterConfig } from '@fairway/kubernetes-resources/testUtils';
import {
  gpuCapacitySchema,
  whatIfSchema,
} from '@fairway/plugin-gpu-capacity-common';
import { z } from 'zod/v4';
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
  /** The first time that somebody opens it. */
  readonly componentPageFirstMs: number;
}

const READY_TIMEOUT_MS = 300_000;

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
  const whatIfUrl = `${url}/what-if`;
  await untilReady(whatIfUrl, clusters.length);
  const pageUrl = `${url}/entities/component/default/${COMPONENT}/capacity`;
  const startedMs = performance.now();
  const answer = gpuCapacitySchema.parse(await json(await fetch(pageUrl)));
  const componentPageFirstMs = performance.now() - startedMs;
  if (answer.scope !== 'workload' || answer.demands.length < clusters.length) {
    throw new Error('The component has no workloads');
  }
  const whatIf = await loadFigures({
    url: whatIfUrl,
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
  return { whatIf, componentPage, componentPageFirstMs };
}

function named(name: string, count: number, url: string) {
  return Array.from({ length: count }, (_, index) => ({
    name: `${name}-${index}`,
    url,
    token: 'bench',
  }));
}

/** Every cluster has told of all its nodes and pods. */
async function untilReady(url: string, clusters: number): Promise<void> {
  const [question] = QUESTIONS;
  const untilMs = performance.now() + READY_TIMEOUT_MS;
  while (performance.now() < untilMs) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(question),
    });
    const answer = whatIfSchema.parse(await json(response));
    const ready = answer.clusters.filter(
      ({ freshness }) => freshness.status === 'live',
    );
    if (ready.length === clusters) return;
    await sleep(500);
  }
  throw new Error('Not all clusters were read in time');
}

async function json(response: Response): Promise<unknown> {
  const body = z.unknown().parse(await response.json());
  if (!response.ok) throw new Error(JSON.stringify(body));
  return body;
}
