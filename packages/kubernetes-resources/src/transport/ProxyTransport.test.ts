import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import type { ClusterResourcesService } from '../service';
import { ClusterResources } from '../service/ClusterResources';
import { KubernetesPluginProcess } from '../__testUtils__/KubernetesPluginProcess';
import {
  json,
  ScriptedServer,
  stream,
  text,
} from '../__testUtils__/ScriptedServer';
import {
  FAST,
  status,
  TEST_TOKEN,
  widget,
  widgetList,
  widgets,
  WIDGETS_PATH,
} from '../__testUtils__/testCluster';
import { KubernetesBackend } from './KubernetesBackend';

const query = { ...widgets, cluster: 'proxied' };

const LIST = `GET /base${WIDGETS_PATH}`;
const WATCH = `WATCH /base${WIDGETS_PATH}`;
const CALLER_TOKEN = 'test-caller-token';
const START_TIMEOUT_MS = 60_000;

describe('ProxyTransport with the kubernetes plugin', () => {
  let server: ScriptedServer;
  let plugin: KubernetesPluginProcess;
  let resources: ClusterResources;
  let service: ClusterResourcesService;

  beforeAll(async () => {
    server = await ScriptedServer.start();
    plugin = await KubernetesPluginProcess.start({
      clusterUrl: `${server.url}/base`,
      callerToken: CALLER_TOKEN,
      clusterToken: TEST_TOKEN,
    });
    resources = ClusterResources.fromConfig({
      config: new ConfigReader({}),
      logger: mockServices.logger.mock(),
      timing: FAST,
    });
    service = resources.forPlugin({
      backend: KubernetesBackend.create({
        auth: mockServices.auth.mock({
          getPluginRequestToken: async () => ({ token: CALLER_TOKEN }),
        }),
        discovery: mockServices.discovery.mock({
          getBaseUrl: async () => plugin.baseUrl,
        }),
      }),
    });
  }, START_TIMEOUT_MS);

  afterAll(async () => {
    await resources.close();
    await plugin.stop();
    await server.stop();
  });

  it('knows the clusters of the kubernetes plugin, with the reason where they cannot be read', async () => {
    expect(await service.listClusters()).toEqual([
      { name: 'proxied', access: { transport: 'proxy' } },
      {
        name: 'laptop',
        access: {
          transport: 'none',
          reason: expect.stringContaining('would receive the Backstage token'),
        },
      },
      {
        name: 'sso',
        access: {
          transport: 'none',
          reason: expect.stringContaining('signs in each user'),
        },
      },
    ]);
  });

  it('lists with the credential of the cluster', async () => {
    server.on(LIST, json(200, widgetList('1', [widget('a', '1')])));
    const result = await service.list({ ...query, labelSelector: 'app=a,b' });
    expect(result).toEqual({ ok: true, value: [widget('a', '1')] });
    const [seen] = server.seen(LIST);
    expect(seen.headers.authorization).toBe(`Bearer ${TEST_TOKEN}`);
    expect(seen.query.get('labelSelector')).toBe('app=a,b');
  });

  it('streams a watch as it happens, because it asks for no compression', async () => {
    server.on(
      WATCH,
      stream([{ type: 'ADDED', object: widget('a', '2') }], 'stay-open'),
    );
    const stop = new AbortController();
    for await (const event of service.watch(query, { signal: stop.signal })) {
      expect(event).toEqual({
        type: 'ADDED',
        object: widget('a', '2'),
        resourceVersion: '2',
      });
      break;
    }
    const [seen] = server.seen(WATCH);
    expect(seen.headers['accept-encoding']).toBe('identity');
    expect(Number(seen.query.get('timeoutSeconds'))).toBeLessThanOrEqual(290);
  });

  it('does not hang up on a watch that is given up, but lets the server end it', async () => {
    let end = () => {};
    server.on(WATCH, (response, request) => {
      stream([{ type: 'ADDED', object: widget('a', '3') }], 'stay-open')(
        response,
        request,
      );
      end = () => response.end();
    });
    const stop = new AbortController();
    const events = service.watch(query, { signal: stop.signal });
    await events.next();
    stop.abort();
    expect(await events.next()).toEqual({ done: true, value: undefined });
    const seen = server.seen(WATCH).at(-1);
    end();
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
    expect(seen?.isAborted).toBe(false);
  });

  it('tells an answer of the cluster from one of the kubernetes plugin', async () => {
    server.on(LIST, text(404, '404 page not found\n'));
    expect(await service.list(query)).toMatchObject({
      ok: false,
      reason: 'absent',
    });
    server.on(LIST, json(403, status(403, 'Forbidden')));
    expect(await service.list(query)).toMatchObject({
      ok: false,
      reason: 'forbidden',
    });
  });

  it.each(['laptop', 'sso'])(
    'sends nothing to a cluster that would get the token or has none: %s',
    async cluster => {
      const before = server.requests.length;
      expect(await service.list({ ...query, cluster })).toMatchObject({
        ok: false,
        reason: 'unreachable',
      });
      expect(server.requests).toHaveLength(before);
    },
  );

  it('observes an idle resource as live although the proxy sends nothing yet', async () => {
    server
      .on(LIST, json(200, widgetList('1', [])))
      .on(WATCH, stream([], 'stay-open'));
    const observation = service.observe(query, { id: 'all', trim: o => o });
    expect((await observation.settled()).state.status).toBe('live');
    observation.close();
  });

  it('throws where no cluster has the name', async () => {
    await expect(
      service.list({ ...query, cluster: 'nowhere' }),
    ).rejects.toThrow("No cluster is named 'nowhere'");
  });
});
