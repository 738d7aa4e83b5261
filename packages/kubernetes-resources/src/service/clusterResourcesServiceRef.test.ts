import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { json, ScriptedServer, stream } from '../__testUtils__/ScriptedServer';
import {
  TEST_TOKEN,
  widget,
  widgetList,
  widgets,
  WIDGETS_PATH,
} from '../__testUtils__/testCluster';
import type { ClusterResourcesService } from './ClusterResourcesService';
import { clusterResourcesServiceRef } from './clusterResourcesServiceRef';
import { directClusterConfig } from '../testUtils/directClusterConfig';

describe('clusterResourcesServiceRef', () => {
  let server: ScriptedServer;

  beforeEach(async () => {
    server = await ScriptedServer.start();
  });

  afterEach(() => server.stop());

  it('gives all plugins one cache without being installed, and closes it with the backend', async () => {
    server
      .on(`GET ${WIDGETS_PATH}`, json(200, widgetList('1', [widget('a', '1')])))
      .on(`WATCH ${WIDGETS_PATH}`, stream([], 'stay-open'));
    const services: ClusterResourcesService[] = [];
    const consumer = (pluginId: string) =>
      createBackendPlugin({
        pluginId,
        register(reg) {
          reg.registerInit({
            deps: { service: clusterResourcesServiceRef },
            async init({ service }) {
              services.push(service);
            },
          });
        },
      });
    const backend = await startTestBackend({
      features: [
        consumer('first'),
        consumer('second'),
        mockServices.rootConfig.factory({
          data: directClusterConfig([
            { name: 'test', url: server.url, token: TEST_TOKEN },
          ]),
        }),
      ],
    });
    const snapshots = await Promise.all(
      services.map(service =>
        service
          .observe(widgets, { id: 'all', trim: object => object })
          .settled(),
      ),
    );
    expect(snapshots.map(({ items }) => items.size)).toEqual([1, 1]);
    expect(server.seen(`GET ${WIDGETS_PATH}`)).toHaveLength(1);
    await backend.stop();
    expect(await services[0].list(widgets)).toMatchObject({
      ok: false,
      reason: 'unreachable',
    });
  });
});
