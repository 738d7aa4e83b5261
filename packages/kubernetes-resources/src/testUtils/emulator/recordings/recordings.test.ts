import { z } from 'zod/v4';
import { KubernetesApiEmulator } from '../KubernetesApiEmulator';
import type { PolicyRule } from '../Authorizer';
import type { KubernetesObject } from '../KubernetesObject';
import type { ResourceDefinition } from '../ResourceDefinition';
import {
  ADMIN_TOKEN,
  ALICE_TOKEN,
  catchUp,
  ExchangeReplay,
  recordedOutcome,
} from './ExchangeReplay';
import { readExchanges, recordingsDirectory } from './RecordedExchange';
import { coveredExchanges } from './coveredExchanges';
import {
  definitionsFrom,
  namespaceObjects,
  objectsFrom,
  recordedResources,
} from './recordedState';

const roleSchema = z.object({
  rules: z.array(
    z.object({
      verbs: z.array(z.string()),
      apiGroups: z.array(z.string()),
      resources: z.array(z.string()),
      resourceNames: z.array(z.string()).optional(),
    }),
  ),
});

async function startEmulator(options: {
  readonly resources?: readonly ResourceDefinition[];
  readonly aliceRules?: readonly PolicyRule[];
  readonly objects?: readonly KubernetesObject[];
  readonly initialRevision?: number;
}) {
  const emulator = KubernetesApiEmulator.create({
    resources: [...recordedResources, ...(options.resources ?? [])],
    users: [
      {
        token: ADMIN_TOKEN,
        name: 'admin',
        uid: 'u-admin',
        groups: ['system:masters'],
        rules: [],
      },
      {
        token: ALICE_TOKEN,
        name: 'alice',
        uid: 'u-alice',
        groups: ['dev'],
        rules: options.aliceRules ?? [],
      },
    ],
    initialRevision: options.initialRevision,
  });
  emulator.store.load(options.objects ?? []);
  const server = await emulator.listen();
  return { emulator, url: server.url, close: () => server.close() };
}

describe('recorded exchanges', () => {
  if (!recordingsDirectory) {
    it('is not run: FAIRWAY_KUBERNETES_FIXTURES does not say where the recordings are', () => {
      expect(recordingsDirectory).toBeFalsy();
    });
    return;
  }
  const directory = recordingsDirectory;
  const discovery = readExchanges(directory, 'discovery.json');
  const customResources = definitionsFrom(discovery[13].response.body);
  jest.setTimeout(60_000);
  const open: Array<() => Promise<void>> = [];

  afterEach(async () => {
    await Promise.all(open.splice(0).map(close => close()));
  });

  async function start(options: Parameters<typeof startEmulator>[0]) {
    const started = await startEmulator({
      resources: customResources,
      ...options,
    });
    open.push(started.close);
    return started;
  }

  async function replay(
    file: string,
    started: Awaited<ReturnType<typeof startEmulator>>,
    before: Readonly<Record<number, () => void>> = {},
    key = file,
  ) {
    const exchanges = readExchanges(directory, file);
    const { indices, anonymous = [] } = coveredExchanges[key];
    const session = new ExchangeReplay(started.url);
    const mismatches: unknown[] = [];
    for (const index of indices) {
      const exchange = exchanges[index];
      before[index]?.();
      catchUp(started.emulator, exchange);
      const actual = await session.outcome(exchange, {
        anonymous: anonymous.includes(index),
      });
      const expected = recordedOutcome(exchange);
      if (!Object.is(JSON.stringify(actual), JSON.stringify(expected))) {
        mismatches.push({ index, title: exchange.title, expected, actual });
      }
    }
    return mismatches;
  }

  it('discovery.json', async () => {
    expect(await replay('discovery.json', await start({}))).toEqual([]);
  });

  it('list-paging.json', async () => {
    const exchanges = readExchanges(directory, 'list-paging.json');
    const started = await start({
      objects: [
        ...namespaceObjects('paging', 'team-web', 'team-ml'),
        ...objectsFrom([...exchanges.slice(0, 4), exchanges[29]]),
      ],
      initialRevision: 461,
    });
    const { store } = started.emulator;
    const pods = { group: '', plural: 'pods' };
    expect(
      await replay('list-paging.json', started, {
        4: () => {
          store.create(pods, {
            apiVersion: 'v1',
            kind: 'Pod',
            metadata: {
              name: 'job-aa',
              namespace: 'paging',
              labels: { app: 'batch', shard: 'even' },
            },
          });
          store.delete(pods, { namespace: 'paging', name: 'job-e' });
        },
        39: () => {
          store.advanceTo(510);
          started.emulator.compact();
        },
        43: () => {
          store.advanceTo(520);
          started.emulator.compact();
        },
      }),
    ).toEqual([]);
  });

  it('selectors.json', async () => {
    const exchanges = readExchanges(directory, 'selectors.json');
    const namespaced = exchanges.filter(({ request }) =>
      request.path.includes('/sel-1/'),
    );
    const nodes = exchanges.filter(({ request }) =>
      request.path.startsWith('/api/v1/nodes'),
    );
    const unschedulable = ['cpu-03'];
    expect(
      await replay(
        'selectors.json',
        await start({
          objects: [
            ...namespaceObjects('default', 'sel-1'),
            ...objectsFrom(namespaced, { namespace: 'sel-1' }),
            ...objectsFrom(nodes).map(node => ({
              ...node,
              spec: unschedulable.includes(node.metadata.name)
                ? { unschedulable: true }
                : {},
            })),
          ],
          initialRevision: 1283,
        }),
      ),
    ).toEqual([]);
  });

  it('errors.json', async () => {
    expect(
      await replay(
        'errors.json',
        await start({
          objects: [
            ...namespaceObjects('err-1', 'team-ml'),
            {
              apiVersion: 'v1',
              kind: 'ConfigMap',
              metadata: { name: 'c', namespace: 'err-1' },
            },
          ],
          initialRevision: 1300,
        }),
      ),
    ).toEqual([]);
  });

  it('writes.json', async () => {
    const exchanges = readExchanges(directory, 'writes.json');
    const existing = [12, 70].map(index => {
      const object = JSON.parse(JSON.stringify(exchanges[index].response.body));
      delete object.metadata.deletionTimestamp;
      delete object.metadata.deletionGracePeriodSeconds;
      return object;
    });
    expect(
      await replay(
        'writes.json',
        await start({
          objects: [...namespaceObjects('wr-1', 'payments-tmp'), ...existing],
          initialRevision: 1890,
        }),
      ),
    ).toEqual([]);
  });

  it('watch.json', async () => {
    const exchanges = readExchanges(directory, 'watch.json');
    const existing = (exchanges[33].response.stream ?? []).map(({ event }) =>
      JSON.parse(JSON.stringify(event.object)),
    );
    const started = await start({
      objects: [...namespaceObjects('watch-1', 'default'), ...existing],
      initialRevision: 911,
    });
    expect(
      await replay('watch.json', started, {
        39: () => {
          started.emulator.store.advanceTo(912);
          started.emulator.compact();
        },
        48: () => {
          started.emulator.store.delete(
            { group: 'platform.example.com', plural: 'databases' },
            { namespace: 'watch-1', name: 'w1' },
          );
          started.emulator.store.patch(
            { group: 'platform.example.com', plural: 'databases' },
            { namespace: 'watch-1', name: 'users' },
            { spec: { replicas: 4 } },
          );
        },
      }),
    ).toEqual([]);
  });

  it('table-and-metadata.json', async () => {
    const exchanges = readExchanges(directory, 'list-paging.json');
    const started = await start({
      objects: [
        ...namespaceObjects('team-ml', 'team-web', 'default'),
        ...objectsFrom([exchanges[29]]),
      ],
      initialRevision: 640,
    });
    const orders = { namespace: 'team-web', name: 'orders' };
    started.emulator.store.updateStatus(
      { group: 'platform.example.com', plural: 'databases' },
      orders,
      {
        phase: 'Running',
        conditions: [{ type: 'Ready', status: 'True' }],
        lastBackup: new Date(Date.now() - 4000).toISOString(),
      },
    );
    expect(await replay('table-and-metadata.json', started)).toEqual([]);
  });

  it('authorization.json', async () => {
    const exchanges = readExchanges(directory, 'authorization.json');
    const role = roleSchema.parse(exchanges[0].response.body);
    expect(
      await replay(
        'authorization.json',
        await start({
          objects: namespaceObjects('payments-dev'),
          aliceRules: role.rules.map(rule => ({
            ...rule,
            namespaces: ['payments-dev'],
          })),
          initialRevision: 2000,
        }),
      ),
    ).toEqual([]);
  });

  it('authorization.json, with the right to impersonate one user', async () => {
    expect(
      await replay(
        'authorization.json',
        await start({
          aliceRules: [
            {
              apiGroups: [''],
              resources: ['users'],
              verbs: ['impersonate'],
              resourceNames: ['jane.doe@example.com'],
            },
          ],
        }),
        {},
        'authorization.json (impersonation)',
      ),
    ).toEqual([]);
  });
});
