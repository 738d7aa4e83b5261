import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ClusterPod } from '@fairway/plugin-gpu-capacity-common';
import { overviewSchema } from '@fairway/plugin-gpu-capacity-common';
import type { Entity } from '@backstage/catalog-model';
import {
  GPU,
  clusterNode,
  clusterPod,
  clusterView,
} from '../__testUtils__/clusterView';
import type { WorkloadEntity } from '../access';
import type { HistoryStore } from '../history';
import { PERIOD_MS, type CapacityPeriod } from '../history/periods';
import { poolId } from '../history/poolId';
import type { FoundCluster } from '../services/CapacityClusters';
import type { ClusterBasics } from '../services/ClusterCapacity';
import type { IdlePod } from '../services/MeasuredPods';
import { Estate } from './Estate';
import { OverviewService } from './OverviewService';
import { NO_NODE_PRICES, Prices } from './Prices';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const HOURS = 730;

const entity = (kind: string, name: string, more: object = {}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default', ...more },
});

const workload = (name: string, owner: string | undefined): WorkloadEntity => ({
  ref: `component:default/${name}`,
  title: name,
  owner,
});

const VISION = workload('vision', 'group:default/vision-team');
const SECRET = workload('secret', 'group:default/secret-team');

const ENTITIES: Record<string, WorkloadEntity> = {
  vision: VISION,
  secret: SECRET,
  orphan: workload('orphan', undefined),
};

const labelled = (
  name: string,
  node: string,
  devices: number,
  app: string,
  more: Partial<ClusterPod> = {},
) => clusterPod(name, node, devices, { labels: { app }, ...more });

interface Setup {
  readonly found?: readonly FoundCluster<ClusterBasics>[];
  readonly idle?: readonly IdlePod[];
  readonly visible?: readonly Entity[];
  readonly days?: readonly CapacityPeriod[];
  readonly isDatabaseAway?: boolean;
}

async function overviewOf(setup: Setup) {
  const { found = [], idle = [], days = [] } = setup;
  const { visible = [entity('Component', 'vision')] } = setup;
  const history: HistoryStore = {
    add: jest.fn(),
    put: jest.fn(),
    deleteBefore: jest.fn(),
    edge: jest.fn(),
    find: async (_, { pools, from, until }) => {
      if (setup.isDatabaseAway) throw new Error('away');
      return days.filter(
        ({ pool, start }) =>
          pools?.includes(pool) && start >= from && start < until,
      );
    },
  };
  const estate = new Estate({
    clusters: { list: async () => found },
    history,
    idle: { of: () => idle },
    logger: mockServices.logger.mock(),
    prices: new Prices({
      products: [{ product: 'H100', perHour: 4, currency: 'EUR' }],
      nodes: NO_NODE_PRICES,
    }),
    workloads: {
      refresh: async () => {},
      entityOf: (_, { labels }) => ENTITIES[labels.app],
    },
    now: () => NOW,
  });
  const service = new OverviewService({
    catalog: catalogServiceMock({ entities: [...visible] }),
    estate,
    now: () => NOW,
  });
  return overviewSchema.parse(
    await service.getOverview({ credentials: mockCredentials.user() }),
  );
}

// Node a: 4 of vision, 2 idle; 2 of secret. Node b: 1 of nobody, cannot run; 1 of an entity without an owner, starting.
const idlePod = labelled('v', 'a', 4, 'vision');
const estate: FoundCluster<ClusterBasics> = {
  ok: true,
  view: clusterView({
    nodes: [clusterNode('a'), clusterNode('b')],
    pods: [
      idlePod,
      labelled('s', 'a', 2, 'secret'),
      labelled('n', 'b', 1, 'unknown', { waste: 'CrashLoopBackOff' }),
      labelled('o', 'b', 1, 'orphan', { holding: 'starting' }),
    ],
    useOf: pod =>
      pod === idlePod ? { busy: 2, idle: 2 } : { busy: 0, idle: 0 },
  }),
};
const idle = [{ pod: idlePod, idleDevices: 2 }];

const team = entity('Group', 'vision-team', { title: 'Vision team' });
const component = entity('Component', 'vision', { title: 'Vision' });

describe('OverviewService', () => {
  it('prices every device once, by class', async () => {
    const { cost, owned, devices } = await overviewOf({
      found: [estate],
      idle,
    });
    // 16 devices at 4 EUR for 730 hours.
    expect(owned).toBe(16);
    expect(cost.total).toEqual({ EUR: 16 * 4 * HOURS });
    expect(cost.coverage).toEqual({ priced: 16, owned: 16 });
    expect(
      Object.fromEntries(
        cost.byClass.map(row => [row.ledgerClass, row.devices]),
      ),
    ).toEqual(devices);
    expect(devices).toEqual({
      busy: 2,
      idle: 2,
      unmeasured: 3,
      reserved: 1,
      usable: 8,
    });
    expect(cost.byClass[0]).toEqual({
      ledgerClass: 'usable',
      devices: 8,
      cost: { EUR: 8 * 4 * HOURS },
      unpricedDevices: 0,
    });
  });

  it('names owners that the caller may see, and adds the others up', async () => {
    const { cost } = await overviewOf({
      found: [estate],
      idle,
      visible: [component, team],
    });
    expect(cost.byOwner).toEqual([
      {
        kind: 'owner',
        ownerRef: 'group:default/vision-team',
        ownerTitle: 'Vision team',
        entities: [{ entityRef: 'component:default/vision', title: 'Vision' }],
        devices: 4,
        idleDevices: 2,
        cost: { EUR: 4 * 4 * HOURS },
        unpricedDevices: 0,
      },
      {
        kind: 'hidden',
        entities: [],
        devices: 2,
        idleDevices: 0,
        cost: { EUR: 2 * 4 * HOURS },
        unpricedDevices: 0,
      },
      {
        kind: 'nobody',
        entities: [],
        devices: 2,
        idleDevices: 0,
        cost: { EUR: 2 * 4 * HOURS },
        unpricedDevices: 0,
      },
    ]);
  });

  it('says nothing of entities and owners that the caller may not see', async () => {
    const overview = await overviewOf({ found: [estate], idle, visible: [] });
    expect(JSON.stringify(overview)).not.toMatch(/vision|secret|orphan/i);
    expect(
      overview.cost.byOwner.map(({ kind, devices }) => [kind, devices]),
    ).toEqual([
      ['hidden', 6],
      ['nobody', 2],
    ]);
    expect(overview.reclaim.map(({ sentence }) => sentence)).toEqual([
      '1 pod of another team holds 2 H100 in west that are not busy.',
      '1 pod of no entity holds 1 H100 in west and cannot run: CrashLoopBackOff.',
    ]);
  });

  it('lists what could be given back by money, and names no pod', async () => {
    const overview = await overviewOf({
      found: [estate],
      idle,
      visible: [component, team],
    });
    expect(overview.reclaimable).toBe(2);
    expect(overview.reclaim).toEqual([
      {
        kind: 'idle-held',
        cluster: 'west',
        product: 'H100',
        entityRef: 'component:default/vision',
        entityTitle: 'Vision',
        ownerRef: 'group:default/vision-team',
        ownerTitle: 'Vision team',
        devices: 2,
        pods: 1,
        costPerMonth: { EUR: 2 * 4 * HOURS },
        sentence: '1 pod of Vision holds 2 H100 in west that are not busy.',
      },
      expect.objectContaining({ kind: 'wasting', devices: 1 }),
    ]);
  });

  it('counts devices without a price as such, not as free of charge', async () => {
    const { cost, headline } = await overviewOf({
      found: [
        estate,
        {
          ok: true,
          view: clusterView({
            name: 'east',
            nodes: [clusterNode('c', { product: 'L4' })],
          }),
        },
      ],
    });
    expect(cost.total).toEqual({ EUR: 16 * 4 * HOURS });
    expect(cost.unpricedDevices).toBe(8);
    expect(cost.unpricedProducts).toEqual(['L4']);
    expect(headline).toBe(
      '2 clusters have 24 devices: 7 held, 2 of them idle, 16 free. That costs 46,720 EUR a month, without 8 devices that have no price.',
    );
  });

  it('shows a cluster that cannot be read as not observed, not as empty', async () => {
    const { clusters, headline } = await overviewOf({
      found: [
        estate,
        { ok: false, cluster: 'moon', reason: 'It has no address.' },
      ],
      visible: [
        entity('Resource', 'west', {
          annotations: { 'gpu-capacity/cluster': 'west' },
        }),
        entity('Resource', 'west-part', {
          annotations: {
            'gpu-capacity/cluster': 'west',
            'gpu-capacity/node-selector': 'pool=h100',
          },
        }),
      ],
    });
    expect(clusters).toMatchObject([
      { name: 'west', owned: 16, entityRef: 'resource:default/west' },
      {
        name: 'moon',
        devices: {},
        freshness: { status: 'unobserved', reason: 'It has no address.' },
      },
    ]);
    expect(clusters[1]).not.toHaveProperty('owned');
    expect(headline).toContain('1 cluster is not observed.');
  });

  it('gives the cost of days at the prices of today, and how much of them is known', async () => {
    const hours = (count: number) => count * PERIOD_MS.hour;
    const day = (date: string, observed: number): CapacityPeriod => ({
      pool: poolId({ cluster: 'west', nodeSelector: [] }),
      cluster: 'west',
      product: 'H100',
      resource: GPU,
      kind: 'device',
      start: Date.parse(date),
      figures: {
        observedMs: hours(observed),
        units: {},
        devices: { busy: 10 * hours(observed), usable: 6 * hours(observed) },
        slots: {},
      },
    });
    const { cost } = await overviewOf({
      found: [estate],
      // A gap on the 19th stays a gap; 40 days ago is too long.
      days: [
        day('2026-10-12', 24),
        day('2026-11-18', 24),
        day('2026-11-20', 6),
      ],
    });
    expect(cost.trend).toEqual([
      {
        at: '2026-11-18T00:00:00.000Z',
        cost: { EUR: 16 * 24 * 4 },
        coverage: 1,
      },
      {
        at: '2026-11-20T00:00:00.000Z',
        cost: { EUR: 16 * 6 * 4 },
        coverage: 0.25,
      },
    ]);
  });

  it('counts what is being made free for a pod with its owner', async () => {
    const { cost } = await overviewOf({
      found: [
        {
          ok: true,
          view: clusterView({
            nodes: [clusterNode('a')],
            pods: [
              labelled('v', 'a', 3, 'vision'),
              clusterPod('w', undefined, 2, {
                nominatedNode: 'a',
                holding: 'nominated',
                labels: { app: 'vision' },
              }),
            ],
          }),
        },
      ],
      visible: [team],
    });
    expect(cost.byOwner.map(({ kind, devices }) => [kind, devices])).toEqual([
      ['owner', 5],
    ]);
  });

  it('answers without history where the database is away', async () => {
    const { cost, exhaustion, owned } = await overviewOf({
      found: [estate],
      isDatabaseAway: true,
    });
    expect(owned).toBe(16);
    expect(cost.trend).toEqual([]);
    expect(exhaustion).toEqual([]);
  });

  it('says so where there is nothing', async () => {
    expect((await overviewOf({})).headline).toBe('No cluster is configured.');
  });
});
