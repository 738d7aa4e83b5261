import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json, ScriptedServer, stream } from '../__testUtils__/ScriptedServer';
import { testCertificate } from '../__testUtils__/testCertificate';
import {
  startTestCluster,
  TEST_TOKEN,
  widget,
  widgetList,
  widgets,
  WIDGETS_PATH,
  type TestCluster,
} from '../__testUtils__/testCluster';
import type { ClusterRequest } from './ClusterTransport';
import { DirectTransport, type DirectAddress } from './DirectTransport';

const LIST = `GET ${WIDGETS_PATH}`;
const WATCH = `WATCH ${WIDGETS_PATH}`;

const request: ClusterRequest = {
  method: 'GET',
  path: WIDGETS_PATH,
  query: new URLSearchParams(),
  headers: {},
  silenceMs: 5_000,
};

describe('DirectTransport', () => {
  let server: ScriptedServer;
  let folder: string;
  const transports: DirectTransport[] = [];

  beforeEach(async () => {
    server = await ScriptedServer.start({ tls: testCertificate });
    server.on(LIST, json(200, {}));
    folder = await mkdtemp(join(tmpdir(), 'direct-transport-'));
  });

  afterEach(async () => {
    await Promise.all(transports.splice(0).map(each => each.close()));
    await server.stop();
    await rm(folder, { recursive: true });
  });

  const send = async (address: Partial<DirectAddress>) => {
    const transport = DirectTransport.create({
      url: server.url,
      credential: { type: 'token', token: TEST_TOKEN },
      skipTLSVerify: false,
      ...address,
    });
    transports.push(transport);
    const response = await transport.send(request);
    response.body.resume();
    return response.status;
  };

  it('verifies the server against caData, caFile, or not at all if told so', async () => {
    const caFile = join(folder, 'ca.crt');
    await writeFile(caFile, testCertificate.cert);
    const caData = Buffer.from(testCertificate.cert).toString('base64');
    await expect(send({})).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(await send({ caData })).toBe(200);
    expect(await send({ caFile })).toBe(200);
    expect(await send({ skipTLSVerify: true })).toBe(200);
  });

  it('keeps the base path of the cluster URL', async () => {
    server.on(`GET /k8s/clusters/c-1${WIDGETS_PATH}`, json(200, {}));
    const url = `${server.url}/k8s/clusters/c-1/`;
    expect(await send({ url, skipTLSVerify: true })).toBe(200);
  });

  it('reads a token that rotates for each request', async () => {
    const path = join(folder, 'token');
    const credential = { type: 'token-file', path } as const;
    await writeFile(path, 'first\n');
    await send({ credential, skipTLSVerify: true });
    await writeFile(path, 'second\n');
    await send({ credential, skipTLSVerify: true });
    expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(
      ['Bearer first', 'Bearer second'],
    );
  });
});

describe('a cluster that is reached directly', () => {
  let cluster: TestCluster;
  let other: ScriptedServer;

  beforeEach(async () => {
    cluster = await startTestCluster();
    other = await ScriptedServer.start();
  });

  afterEach(async () => {
    await cluster.stop();
    await other.stop();
  });

  it('follows no redirect, which would carry the token to another host', async () => {
    cluster.server.on(LIST, (response, { path }) => {
      response.writeHead(302, { location: `${other.url}${path}` });
      response.end();
    });
    expect(await cluster.service.list(widgets)).toMatchObject({
      ok: false,
      reason: 'unreachable',
      message:
        'The cluster could not answer: it answered with a redirect, which is not followed.',
    });
    expect(other.requests).toEqual([]);
  });

  it('says neither address nor token when the cluster cannot be reached', async () => {
    const { url } = cluster.server;
    await cluster.server.stop();
    const result = await cluster.service.list(widgets);
    const said = JSON.stringify([
      result,
      cluster.logger.info.mock.calls,
      cluster.logger.warn.mock.calls,
      cluster.logger.error.mock.calls,
    ]);
    expect(result).toMatchObject({
      message: 'The cluster could not answer (ECONNREFUSED).',
    });
    expect(said).not.toContain(new URL(url).port);
    expect(said).not.toContain(TEST_TOKEN);
  });

  it('really ends a watch on abort', async () => {
    cluster.server.on(
      WATCH,
      stream([{ type: 'ADDED', object: widget('a', '1') }], 'stay-open'),
    );
    const stop = new AbortController();
    const events = cluster.service.watch(widgets, { signal: stop.signal });
    await events.next();
    stop.abort();
    expect((await events.next()).done).toBe(true);
    const [seen] = cluster.server.seen(WATCH);
    for (let turn = 0; turn < 100 && !seen.isAborted; turn++) {
      await new Promise(resolve => {
        setTimeout(resolve, 10);
      });
    }
    expect(seen.isAborted).toBe(true);
  });

  it('sends the selectors and the credential', async () => {
    cluster.server.on(
      `GET /apis/example.com/v1/namespaces/shop/widgets`,
      json(200, widgetList('1', [])),
    );
    await cluster.service.list({
      ...widgets,
      namespace: 'shop',
      labelSelector: 'app in (a,b)',
      fieldSelector: 'status.phase!=Failed',
    });
    const [seen] = cluster.server.requests;
    expect(Object.fromEntries(seen.query)).toEqual({
      limit: '500',
      labelSelector: 'app in (a,b)',
      fieldSelector: 'status.phase!=Failed',
    });
    expect(seen.headers.authorization).toBe(`Bearer ${TEST_TOKEN}`);
  });

  it('applies on the server, as YAML that happens to be JSON', async () => {
    const object = widget('a', '1');
    cluster.server.on(
      `PATCH /apis/example.com/v1/namespaces/shop/widgets/a`,
      json(200, object),
    );
    const result = await cluster.service.apply({
      cluster: 'test',
      resource: widgets.resource,
      namespace: 'shop',
      object,
      fieldManager: 'tests',
      force: true,
      dryRun: true,
    });
    expect(result).toEqual({ ok: true, value: object });
    const [seen] = cluster.server.requests;
    expect(Object.fromEntries(seen.query)).toEqual({
      fieldManager: 'tests',
      force: 'true',
      dryRun: 'All',
    });
    expect(seen.headers['content-type']).toBe('application/apply-patch+yaml');
    expect(JSON.parse(seen.body)).toEqual(object);
  });

  it.each(['..', 'a/b', 'a%2fb', ''])(
    'refuses the name %j, which would change the path',
    async name => {
      await expect(
        cluster.service.get({ ...widgets, name }),
      ).rejects.toMatchObject({ name: 'InputError' });
      expect(cluster.server.requests).toEqual([]);
    },
  );

  it('refuses to apply what has no name or type', async () => {
    await expect(
      cluster.service.apply({
        cluster: 'test',
        resource: widgets.resource,
        object: { kind: 'Widget' },
        fieldManager: 'tests',
      }),
    ).rejects.toMatchObject({ name: 'InputError' });
  });
});
