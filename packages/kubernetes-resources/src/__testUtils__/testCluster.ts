import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { mockServices } from '@backstage/backend-test-utils';
import type { CacheTiming } from '../cache/CacheTiming';
import type {
  ClusterResourcesService,
  ResourceObservation,
  ResourceQuery,
  ResourceSnapshot,
} from '../service';
import { ClusterResources } from '../service/ClusterResources';
import { KubernetesBackend } from '../transport/KubernetesBackend';
import { ScriptedServer } from './ScriptedServer';

export const TEST_TOKEN = 'test-cluster-token';

export const widgets: ResourceQuery = {
  cluster: 'test',
  resource: { group: 'example.com', apiVersion: 'v1', plural: 'widgets' },
};

export const WIDGETS_PATH = '/apis/example.com/v1/widgets';

/** Short pauses, so that tests see what follows a failure. */
export const FAST: Partial<CacheTiming> = {
  backoffMinMs: 5,
  backoffMaxMs: 20,
  slowRetryMs: 20,
  shortestWatchMs: 0,
  presumedOpenMs: 20,
  lingerMs: 0,
};

/** The service in front of a scripted API server. */
export interface TestCluster {
  readonly server: ScriptedServer;
  readonly service: ClusterResourcesService;
  readonly logger: ReturnType<typeof mockServices.logger.mock>;
  stop(): Promise<void>;
}

export async function startTestCluster(options?: {
  readonly timing?: Partial<CacheTiming>;
  readonly cluster?: Record<string, unknown>;
}): Promise<TestCluster> {
  const server = await ScriptedServer.start();
  const logger = mockServices.logger.mock();
  const resources = ClusterResources.fromConfig({
    config: new ConfigReader({
      kubernetes: {
        clusterLocatorMethods: [
          {
            type: 'config',
            clusters: [
              {
                name: 'test',
                url: server.url,
                authProvider: 'serviceAccount',
                serviceAccountToken: TEST_TOKEN,
                ...options?.cluster,
              },
            ],
          },
        ],
      },
    }),
    logger,
    timing: { ...FAST, ...options?.timing },
  });
  const service = resources.forPlugin({
    backend: KubernetesBackend.create({
      auth: mockServices.auth({ pluginId: 'test' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `${server.url}/api/${id}`,
      }),
    }),
  });
  return {
    server,
    service,
    logger,
    stop: async () => {
      await resources.close();
      await server.stop();
    },
  };
}

export function widget(
  name: string,
  resourceVersion: string,
  spec: JsonObject = {},
): JsonObject {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Widget',
    metadata: { name, namespace: 'shop', resourceVersion },
    spec,
  };
}

export function widgetList(
  resourceVersion: string,
  items: readonly unknown[],
  next?: string,
) {
  return {
    kind: 'WidgetList',
    apiVersion: 'example.com/v1',
    metadata: { resourceVersion, continue: next },
    items,
  };
}

export function status(
  code: number,
  reason: string,
  details: Record<string, unknown> = {},
) {
  return {
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Failure',
    message: `${reason} said the server`,
    reason,
    details,
    code,
  };
}

/** Waits for a snapshot that is as a test expects it, and tells what it was last where it never is. */
export async function eventually<T>(
  observation: ResourceObservation<T>,
  isExpected: (snapshot: ResourceSnapshot<T>) => boolean,
): Promise<ResourceSnapshot<T>> {
  const giveUpMs = Date.now() + 4_000;
  for (;;) {
    const snapshot = observation.snapshot();
    if (isExpected(snapshot)) {
      return snapshot;
    }
    if (Date.now() > giveUpMs) {
      throw new Error(
        `Still ${JSON.stringify(snapshot.state)} with items ${[
          ...snapshot.items.keys(),
        ]}`,
      );
    }
    await new Promise(resolve => {
      setTimeout(resolve, 2);
    });
  }
}
