import {
  findExchange,
  pathOf,
  readRecording,
  recordingsFolder,
  replay,
} from '../__testUtils__/recordedExchanges';
import {
  eventually,
  startTestCluster,
  type TestCluster,
} from '../__testUtils__/testCluster';
import { TABLE_MEDIA_TYPE, TableReader } from './TableReader';

const databases = {
  group: 'platform.example.com',
  apiVersion: 'v1',
  plural: 'databases',
};
const columnDefinitions = [{ name: 'Name' }, { name: 'Phase' }];
const row = (name: string, phase: string | null) => ({
  cells: [name, phase],
  object: {
    kind: 'PartialObjectMetadata',
    metadata: { name, managedFields: [{ manager: 'kubectl' }] },
  },
});
const table = (rows: unknown[], columns: unknown = null) => ({
  kind: 'Table',
  metadata: { resourceVersion: '7' },
  columnDefinitions: columns,
  rows,
});

describe('TableReader', () => {
  it('names the cells and leaves the managed fields out', () => {
    expect(
      new TableReader().read(table([row('a', 'Running')], columnDefinitions)),
    ).toEqual({
      metadata: { resourceVersion: '7' },
      items: [
        { metadata: { name: 'a' }, cells: { Name: 'a', Phase: 'Running' } },
      ],
    });
  });

  it('remembers the columns, which only the first table of a watch names', () => {
    const reader = new TableReader();
    reader.read(table([row('a', null)], columnDefinitions));
    expect(reader.read(table([row('b', null)]))?.items).toEqual([
      { metadata: { name: 'b' }, cells: { Name: 'b', Phase: null } },
    ]);
  });

  it('reads an empty table, and refuses what is none', () => {
    const reader = new TableReader();
    expect(reader.read(table([], columnDefinitions))?.items).toEqual([]);
    expect(reader.read({ kind: 'PodList', items: [] })).toBeUndefined();
    expect(reader.read('<html>')).toBeUndefined();
  });
});

describe('rows of a real API server', () => {
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

  it('are listed with their metadata', async () => {
    const exchange = findExchange(
      readRecording('table-and-metadata.json'),
      'custom resource over all namespaces as a Table',
    );
    cluster.server.on(`GET ${pathOf(exchange)}`, replay(exchange));
    const result = await cluster.service.list({
      cluster: 'test',
      resource: databases,
      as: 'rows',
    });
    expect(result.ok && result.value.map(({ cells }) => cells)).toMatchObject([
      { Name: 'orders', Engine: 'postgres', Replicas: 3, Phase: 'Running' },
      { Name: 'search', Engine: 'mysql', Replicas: 1, Phase: null },
      { Name: 'users', Engine: 'postgres', Replicas: 1, Phase: null },
    ]);
    expect(result.ok && result.value[0].metadata).toMatchObject({
      namespace: 'team-web',
      creationTimestamp: '2026-11-21T11:28:08Z',
    });
  });

  it('are followed by a watch', async () => {
    const exchange = findExchange(
      readRecording('watch.json'),
      'watch as Table: columnDefinitions only in the first event',
    );
    const path = pathOf(exchange);
    cluster.server.on(`WATCH ${path}`, replay(exchange));
    cluster.server.on(
      `GET ${path}`,
      replay(
        findExchange(readRecording('table-and-metadata.json'), 'empty Table'),
      ),
    );
    const observation = cluster.service.observe(
      {
        cluster: 'test',
        resource: databases,
        namespace: 'watch-1',
        as: 'rows',
      },
      { id: 'cells', trim: ({ cells }) => cells },
    );
    // The recording creates w1 and deletes it, and changes users to 4 replicas.
    const { items, malformed } = await eventually(
      observation,
      snapshot => snapshot.items.size === 1,
    );
    expect([...items]).toEqual([
      [
        'watch-1/users',
        expect.objectContaining({ Engine: 'postgres', Replicas: 4 }),
      ],
    ]);
    expect(malformed).toEqual([]);
    expect(cluster.server.seen(`WATCH ${path}`)[0].headers.accept).toBe(
      TABLE_MEDIA_TYPE,
    );
  });
});
