import { builtInResources } from './builtInResources';
import { KubernetesApiEmulator } from './KubernetesApiEmulator';
import type { KubernetesObject } from './KubernetesObject';
import type { ResourceDefinition } from './ResourceDefinition';

const widgets: ResourceDefinition = {
  group: 'example.com',
  version: 'v1',
  kind: 'Widget',
  plural: 'widgets',
  namespaced: true,
  status: true,
};

const PATH = '/apis/example.com/v1/namespaces/team/widgets';

function widget(
  name: string,
  metadata: Partial<KubernetesObject['metadata']> = {},
): KubernetesObject {
  return {
    apiVersion: 'example.com/v1',
    kind: 'Widget',
    metadata: { name, namespace: 'team', ...metadata },
    spec: { size: 1 },
  };
}

interface Line {
  readonly type: string;
  readonly object: {
    readonly code?: number;
    readonly metadata: {
      readonly name?: string;
      readonly resourceVersion?: string;
      readonly labels?: Record<string, string>;
    };
  };
}

describe('KubernetesApiEmulator', () => {
  let emulator: KubernetesApiEmulator;
  let url: string;
  let close: () => Promise<void>;

  beforeEach(async () => {
    emulator = KubernetesApiEmulator.create({
      resources: [...Object.values(builtInResources), widgets],
      users: [
        {
          token: 'reader',
          name: 'reader',
          groups: [],
          rules: [
            {
              apiGroups: ['example.com'],
              resources: ['widgets'],
              verbs: ['get', 'list', 'watch'],
              namespaces: ['team'],
            },
          ],
        },
        {
          token: 'admin',
          name: 'admin',
          groups: ['system:masters'],
          rules: [],
        },
      ],
    });
    emulator.store.load([
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team' } },
    ]);
    ({ url, close } = await emulator.listen());
  });

  afterEach(() => close());

  function request(
    path: string,
    options: RequestInit & { readonly token?: string } = {},
  ) {
    return fetch(`${url}${path}`, {
      ...options,
      headers: {
        authorization: `Bearer ${options.token ?? 'admin'}`,
        ...options.headers,
      },
    });
  }

  async function watch(query: string) {
    const controller = new AbortController();
    const response = await request(`${PATH}?watch=true&${query}`, {
      signal: controller.signal,
    });
    const lines: Line[] = [];
    let failure: unknown;
    const reading = (async () => {
      const decoder = new TextDecoder();
      let rest = '';
      for await (const chunk of response.body ?? []) {
        rest += decoder.decode(chunk, { stream: true });
        const parts = rest.split('\n');
        rest = parts.pop() ?? '';
        lines.push(...parts.map(part => JSON.parse(part)));
      }
    })().catch(error => {
      failure = error;
    });
    return {
      lines,
      ended: reading.then(() => failure),
      async until(count: number) {
        while (lines.length < count) {
          await new Promise(resolve => {
            setTimeout(resolve, 5);
          });
        }
        return lines.map(
          ({ type, object }) => `${type} ${object.metadata.name}`,
        );
      },
      async stop() {
        controller.abort();
        await reading;
      },
    };
  }

  it('shows a watcher what enters, changes in and leaves its selection', async () => {
    const gold = { tier: 'gold' };
    const { store } = emulator;
    const name = { namespace: 'team', name: 'a' };
    store.create(widgets, widget('a'));
    const watcher = await watch(
      `labelSelector=tier%3Dgold&resourceVersion=${store.revision}`,
    );
    store.patch(widgets, name, { metadata: { labels: gold } });
    store.patch(widgets, name, { spec: { size: 2 } });
    store.patch(widgets, name, { metadata: { labels: null } });
    store.patch(widgets, name, { spec: { size: 3 } });
    store.create(widgets, widget('b', { labels: gold }));
    expect(await watcher.until(4)).toEqual([
      'ADDED a',
      'MODIFIED a',
      'DELETED a',
      'ADDED b',
    ]);
    expect(watcher.lines[2].object.metadata.labels).toEqual(gold);
    await watcher.stop();
  });

  it('answers 410 to list pages and watches from before a compaction', async () => {
    const { store } = emulator;
    ['a', 'b', 'c'].forEach(name => store.create(widgets, widget(name)));
    const page = await (await request(`${PATH}?limit=2`)).json();
    const { revision } = store;
    store.create(widgets, widget('d'));
    emulator.compact();

    const query = `limit=2&continue=${page.metadata.continue}`;
    const expired = await request(`${PATH}?${query}`);
    expect(expired.status).toBe(410);
    const { metadata } = await expired.json();
    const rest = await request(`${PATH}?continue=${metadata.continue}`);
    const { items } = await rest.json();
    expect(items.map((item: KubernetesObject) => item.metadata.name)).toEqual([
      'c',
      'd',
    ]);

    const watcher = await watch(`resourceVersion=${revision}`);
    await watcher.ended;
    expect(watcher.lines).toEqual([
      { type: 'ERROR', object: expect.objectContaining({ code: 410 }) },
    ]);
  });

  it('sends bookmarks to those who asked', async () => {
    const asked = await watch('resourceVersion=1&allowWatchBookmarks=true');
    const silent = await watch('resourceVersion=1');
    emulator.store.create(widgets, widget('a'));
    emulator.sendBookmarks();
    expect(await asked.until(2)).toEqual(['ADDED a', 'BOOKMARK undefined']);
    expect(asked.lines[1].object.metadata.resourceVersion).toBe(
      String(emulator.store.revision),
    );
    expect(await silent.until(1)).toEqual(['ADDED a']);
    await Promise.all([asked.stop(), silent.stop()]);
  });

  it('ends watches, and breaks them off', async () => {
    const ended = await watch('resourceVersion=1');
    emulator.disconnectWatches();
    expect(await ended.ended).toBeUndefined();
    const broken = await watch('resourceVersion=1');
    emulator.disconnectWatches({ abruptly: true });
    expect(await broken.ended).toMatchObject({ message: 'terminated' });
    expect(emulator.watchCount).toBe(0);
  });

  it('fails as it is told to', async () => {
    emulator.failNext({ status: 503, times: 2 });
    expect((await request(PATH)).status).toBe(503);
    expect((await request(PATH)).status).toBe(503);
    expect((await request(PATH)).status).toBe(200);
    emulator.setAvailable(false);
    await expect(request(PATH)).rejects.toThrow();
    emulator.setAvailable(true);
    expect((await request(PATH)).status).toBe(200);
  });

  it.each([
    ['GET', PATH, 'reader', 200],
    ['GET', '/apis/example.com/v1/widgets', 'reader', 403],
    ['GET', '/api/v1/namespaces/team/pods', 'reader', 403],
    ['DELETE', `${PATH}/a`, 'reader', 403],
    ['GET', PATH, 'nobody', 401],
  ])('%s %s as %s: %d', async (method, path, token, status) => {
    expect((await request(path, { method, token })).status).toBe(status);
  });

  it('compresses large lists for those who accept it', async () => {
    const padding = 'x'.repeat(2000);
    for (let index = 0; index < 80; index++) {
      emulator.store.create(
        widgets,
        widget(`w-${index}`, { annotations: { padding } }),
      );
    }
    const encodings = await Promise.all(
      ['', '?limit=2'].map(async query => {
        const response = await request(`${PATH}${query}`, {
          headers: { 'accept-encoding': 'gzip' },
        });
        await response.json();
        return response.headers.get('content-encoding');
      }),
    );
    expect(encodings).toEqual(['gzip', null]);
  });

  it('keeps what is being deleted until its finalizers are gone', () => {
    const { store } = emulator;
    const name = { namespace: 'team', name: 'a' };
    store.create(widgets, widget('a', { finalizers: ['example.com/hold'] }));
    expect(store.delete(widgets, name).removed).toBe(false);
    expect(store.get(widgets, name)?.metadata.deletionTimestamp).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
    );
    store.patch(widgets, name, { metadata: { finalizers: null } });
    expect(store.get(widgets, name)).toBeUndefined();
  });

  it('deletes what an object owns, and what a namespace contains', () => {
    const { store } = emulator;
    const owner = store.create(widgets, widget('owner'));
    store.create(
      widgets,
      widget('owned', {
        ownerReferences: [
          { kind: 'Widget', name: 'owner', uid: String(owner.metadata.uid) },
        ],
      }),
    );
    store.create(widgets, widget('other'));
    store.delete(widgets, { namespace: 'team', name: 'owner' });
    const names = () => store.list(widgets).map(o => o.metadata.name);
    expect(names()).toEqual(['other']);
    store.delete(builtInResources.namespaces, { name: 'team' });
    expect(names()).toEqual([]);
    expect(
      store.get(builtInResources.namespaces, { name: 'team' }),
    ).toBeUndefined();
  });

  it('lets a field manager apply the same thing twice without a change', async () => {
    const apply = () =>
      request(`${PATH}/a?fieldManager=portal`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/apply-patch+yaml' },
        body: JSON.stringify(widget('a')),
      });
    const first = await apply();
    expect(first.status).toBe(201);
    const { metadata } = await first.json();
    const second = await apply();
    expect(second.status).toBe(200);
    expect((await second.json()).metadata.resourceVersion).toBe(
      metadata.resourceVersion,
    );
  });

  it('counts spec changes as generations, but not status changes', () => {
    const { store } = emulator;
    const name = { namespace: 'team', name: 'a' };
    store.create(widgets, widget('a'));
    const generation = () => store.get(widgets, name)?.metadata.generation;
    store.updateStatus(widgets, name, { ready: true });
    expect(generation()).toBe(1);
    store.patch(widgets, name, { spec: { size: 5 } });
    expect(generation()).toBe(2);
    store.patch(widgets, name, { metadata: { labels: { a: 'b' } } });
    expect(generation()).toBe(2);
  });
});
