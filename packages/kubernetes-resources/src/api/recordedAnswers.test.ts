import type { JsonObject } from '@backstage/types';
import {
  findExchange,
  pathOf,
  readRecording,
  recordingsFolder,
  replay,
  type RecordedExchange,
} from '../__testUtils__/recordedExchanges';
import {
  eventually,
  startTestCluster,
  type TestCluster,
} from '../__testUtils__/testCluster';
import type { ResourceQuery } from '../service';

const pods = { group: '', apiVersion: 'v1', plural: 'pods' };
const databases = {
  group: 'platform.example.com',
  apiVersion: 'v1',
  plural: 'databases',
};
const pagingPods: ResourceQuery = {
  cluster: 'test',
  resource: pods,
  namespace: 'paging',
};
const PAGING_PATH = '/api/v1/namespaces/paging/pods';

const names = (objects: readonly JsonObject[]) =>
  objects.map(object => (object.metadata as JsonObject).name);

describe('answers of a real API server', () => {
  if (!recordingsFolder) {
    it('are not checked, because FAIRWAY_KUBERNETES_FIXTURES does not name the folder of the recordings', () => {
      expect(recordingsFolder).toBeUndefined();
    });
    return;
  }

  let cluster: TestCluster;

  beforeEach(async () => {
    cluster = await startTestCluster();
  });

  afterEach(() => cluster.stop());

  const serve = (exchange: RecordedExchange, ...more: RecordedExchange[]) =>
    cluster.server.on(
      `${
        exchange.request.path.includes('watch=')
          ? 'WATCH'
          : exchange.request.method
      } ${pathOf(exchange)}`,
      ...[exchange, ...more].map(replay),
    );

  it('lists three pages and gives built-in types their kind', async () => {
    const paging = readRecording('list-paging.json');
    serve(
      findExchange(paging, 'page 1 of 3'),
      findExchange(paging, 'page 2 of 3'),
      findExchange(paging, 'page 3 of 3'),
    );
    const result = await cluster.service.list(pagingPods);
    expect(result.ok && names(result.value)).toEqual(
      ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(letter => `job-${letter}`),
    );
    expect(result.ok && result.value[7]).toMatchObject({
      apiVersion: 'v1',
      kind: 'Pod',
    });
    const tokens = cluster.server
      .seen(`GET ${PAGING_PATH}`)
      .map(({ query }) => query.get('continue'));
    expect(tokens[0]).toBeNull();
    expect(tokens[1]).toBe(
      'eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6NDYyLCJzdGFydCI6Ii9qb2ItY1x1MDAwMCJ9',
    );
  });

  it('starts over once when the continue token is expired, and only once', async () => {
    const paging = readRecording('list-paging.json');
    const expired = findExchange(paging, 'page 2 with the expired token');
    serve(
      findExchange(paging, 'a new page 1'),
      expired,
      findExchange(paging, 'limit equal to the number'),
    );
    const result = await cluster.service.list(pagingPods);
    expect(result.ok && names(result.value)).toHaveLength(8);
    serve(
      findExchange(paging, 'a new page 1'),
      expired,
      findExchange(paging, 'a new page 1'),
      expired,
    );
    expect(await cluster.service.list(pagingPods)).toMatchObject({
      ok: false,
      reason: 'gone',
    });
  });

  it('reads a list that the server compressed', async () => {
    const paging = readRecording('list-paging.json');
    serve(findExchange(paging, 'Accept-Encoding: gzip on a list above'));
    const result = await cluster.service.list({
      ...pagingPods,
      resource: { ...pods, plural: 'configmaps' },
    });
    expect(result.ok && names(result.value)).toContain('big-1');
  });

  // The expected reasons are read from the titles of the recordings and the documentation of the API, by hand.
  it.each<[file: string, title: string, reason: string, status: number]>([
    ['errors.json', '401: unknown token', 'unauthorized', 401],
    ['errors.json', '401: service account token', 'unauthorized', 401],
    ['errors.json', '403: alice lists nodes', 'forbidden', 403],
    ['errors.json', '403: alice gets one node', 'forbidden', 403],
    ['errors.json', '403: alice lists a resource of a group', 'forbidden', 403],
    ['errors.json', '404: object', 'not-found', 404],
    ['errors.json', '404: custom object', 'not-found', 404],
    ['errors.json', '404: get in a namespace', 'not-found', 404],
    ['errors.json', '404: unknown resource of a built-in', 'absent', 404],
    ['errors.json', '404: unknown resource of the core', 'absent', 404],
    ['errors.json', '404: unknown resource of a CRD', 'absent', 404],
    ['errors.json', '404: unknown group', 'absent', 404],
    ['errors.json', '404: patch', 'not-found', 404],
    ['errors.json', '409 Conflict: merge patch', 'conflict', 409],
    ['errors.json', '422: CEL transition rule', 'invalid', 422],
    ['errors.json', '415: PATCH with application/json', 'invalid', 415],
    ['errors.json', '504: timeout=1s', 'unreachable', 504],
    ['list-paging.json', 'limit=abc', 'invalid', 400],
    [
      'list-paging.json',
      'list at a resourceVersion in the future',
      'gone',
      504,
    ],
    ['list-paging.json', 'resourceVersionMatch=Exact at a com', 'gone', 410],
    ['discovery.json', 'aggregated API whose service', 'unreachable', 503],
    ['discovery.json', 'list after the CRD is gone', 'absent', 404],
    [
      'watch-disruptions.json',
      'while the apiserver starts: namesp',
      'forbidden',
      403,
    ],
  ])('%s, %s: %s', async (file, title, reason, statusCode) => {
    const exchange = findExchange(readRecording(file), title);
    serve(exchange);
    const { resource, namespace, name } = parsePath(pathOf(exchange));
    const query = { cluster: 'test', resource, namespace };
    let result;
    if (exchange.request.method === 'PATCH') {
      result = await cluster.service.apply({
        ...query,
        object: { apiVersion: 'v1', kind: 'Any', metadata: { name } },
        fieldManager: 'test',
      });
    } else if (name) {
      result = await cluster.service.get({ ...query, name });
    } else {
      result = await cluster.service.list(query);
    }
    expect(result).toMatchObject({ ok: false, reason, error: { statusCode } });
  });

  it('repeats what the server put off with Retry-After', async () => {
    const errors = readRecording('errors.json');
    serve(
      findExchange(errors, '429 from API Priority'),
      findExchange(
        readRecording('list-paging.json'),
        'limit equal to the number',
      ),
    );
    const result = await cluster.service.list({
      ...pagingPods,
      namespace: 'err-1',
    });
    expect(result.ok && result.value).toHaveLength(8);
  });

  it('knows which resource types are served', async () => {
    const discovery = readRecording('discovery.json');
    serve(findExchange(discovery, 'legacy discovery: CRD group version'));
    serve(findExchange(discovery, 'unknown group version'));
    serve(findExchange(discovery, 'unknown version of a known group'));
    serve(findExchange(discovery, 'legacy discovery: core v1 resources'));
    const discover = (group: string, apiVersion: string, plural: string) =>
      cluster.service.discover({
        cluster: 'test',
        resource: { group, apiVersion, plural },
      });
    const yes = { ok: true, value: true };
    const no = { ok: true, value: false };
    expect(await discover('', 'v1', 'pods')).toEqual(yes);
    expect(await discover('', 'v1', 'nopes')).toEqual(no);
    expect(await discover('platform.example.com', 'v1', 'databases')).toEqual(
      yes,
    );
    expect(await discover('nope.example.com', 'v1', 'nopes')).toEqual(no);
    expect(await discover('apps', 'v9', 'deployments')).toEqual(no);
    expect(cluster.server.seen('GET /api/v1')).toHaveLength(1);
  });

  it('gives the events of a watch in their order', async () => {
    const exchange = findExchange(
      readRecording('watch.json'),
      'watch from an older resourceVersion',
    );
    serve(exchange);
    const types: string[] = [];
    for await (const event of cluster.service.watch({
      cluster: 'test',
      resource: databases,
      namespace: 'watch-1',
    })) {
      types.push(event.type);
    }
    expect(types).toEqual(
      exchange.response.stream?.map(
        ({ event }) => (event as { type: string }).type,
      ),
    );
    expect(types).toHaveLength(6);
  });

  it.each([
    'resourceVersion too old for the watch cache',
    'the same on pods',
    'resourceVersion compacted in etcd',
  ])('relists after: %s', async title => {
    const watch = readRecording('watch.json').filter(({ response }) =>
      JSON.stringify(response.stream ?? '').includes('"code":410'),
    );
    serve(findExchange(watch, title));
    const exchange = findExchange(watch, title);
    const { resource, namespace } = parsePath(pathOf(exchange));
    cluster.server.on(
      `GET ${pathOf(exchange)}`,
      replay(
        findExchange(
          readRecording('list-paging.json'),
          'limit equal to the number',
        ),
      ),
    );
    const observation = cluster.service.observe(
      { cluster: 'test', resource, namespace },
      { id: 'all', trim: object => object },
    );
    const { items } = await eventually(
      observation,
      () => cluster.server.seen(`GET ${pathOf(exchange)}`).length > 1,
    );
    expect(items.size).toBe(8);
  });

  it('follows a pod from its creation to its end', async () => {
    const watch = readRecording('watch.json');
    const life = findExchange(watch, 'pod: created, bound by the scheduler');
    serve(life);
    cluster.server.on(
      `GET ${pathOf(life)}`,
      replay(
        findExchange(
          readRecording('list-paging.json'),
          'list in a namespace that does not exist',
        ),
      ),
    );
    const observation = cluster.service.observe(
      { cluster: 'test', resource: pods, namespace: 'watch-1' },
      { id: 'all', trim: object => object },
    );
    await eventually(observation, ({ state }) => state.status === 'live');
    const { items } = await eventually(
      observation,
      snapshot => snapshot.items.size === 0,
    );
    expect(items.size).toBe(0);
  });
});

function parsePath(path: string) {
  const parts = path.split('/').filter(part => part !== '');
  const [group, apiVersion] =
    parts[0] === 'api' ? ['', parts[1]] : [parts[1], parts[2]];
  const rest = parts.slice(parts[0] === 'api' ? 2 : 3);
  const namespace =
    rest[0] === 'namespaces' && rest.length > 2 ? rest[1] : undefined;
  const [plural, name] = namespace ? rest.slice(2) : rest;
  return { resource: { group, apiVersion, plural }, namespace, name };
}
