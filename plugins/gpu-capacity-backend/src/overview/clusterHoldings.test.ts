import {
  ClusterState,
  DEFAULT_ACCELERATORS,
  addCosts,
  claimedLedgers,
  deviceCost,
  nodeLedger,
  type ClaimUse,
  type ClusterNode,
  type ClusterPod,
  type DeviceAccount,
  type DeviceHolder,
  type PhysicalDevice,
} from '@fairway/plugin-gpu-capacity-common';
import { GPU, clusterNode, clusterPod } from '../__testUtils__/clusterView';
import type { IdlePod } from '../services/MeasuredPods';
import { clusterHoldings } from './clusterHoldings';
import { estateCluster } from './EstateCluster';
import { ownerCosts } from './ownerCosts';

const DRIVER = 'gpu.nvidia.com';

const holder = (claim: string, ...pods: string[]): DeviceHolder => ({
  namespace: 'vision',
  claim,
  claimUid: `uid-${claim}`,
  consumers: pods.map(name => ({ resource: 'pods', name, uid: `uid-${name}` })),
  shareId: undefined,
  consumedCapacity: new Map(),
});

/** A card that claims hold, by default as a whole. */
function card(
  name: string,
  holders: readonly DeviceHolder[],
  heldFraction = 1,
): PhysicalDevice {
  const product = {
    kind: 'whole',
    product: 'H100',
    profile: undefined,
    memoryBytes: undefined,
  } as const;
  const id = { driver: DRIVER, pool: 'a', device: name };
  const form = (own: readonly DeviceHolder[], index: number) => ({
    device: {
      id: { ...id, device: `${name}-${index}` },
      key: `${DRIVER}/a/${name}-${index}`,
      nodes: { kind: 'node', nodeName: 'a' } as const,
      name: `${name}-${index}`,
      attributes: new Map(),
      capacity: new Map(),
      taints: [],
      consumesCounters: [],
      allowMultipleAllocations: false,
      hasBindingConditions: false,
      bindsToNode: false,
    },
    state: 'allocated' as const,
    product,
    holders: own,
    taints: [],
  });
  return {
    driver: DRIVER,
    pool: 'a',
    name,
    product,
    state: holders.length > 0 ? 'allocated' : 'free',
    heldFraction,
    holders,
    devices: holders.map((own, index) => form([own], index)),
  };
}

interface Setup {
  readonly node?: ClusterNode;
  readonly pods: readonly ClusterPod[];
  readonly devices?: readonly PhysicalDevice[];
  readonly idle?: readonly IdlePod[];
  readonly useOf?: (holder: DeviceHolder) => ClaimUse;
}

function basics({ node = clusterNode('a'), pods, devices, useOf }: Setup) {
  const state = ClusterState.of([node], pods);
  const account: DeviceAccount = { devices: devices ?? [], unknownPools: [] };
  const [found] = [...state.nodes()];
  const ledger = nodeLedger(found, {
    registry: DEFAULT_ACCELERATORS,
    podsObserved: true,
    claimed: () =>
      devices &&
      claimedLedgers({
        account,
        state: node.state,
        podsObserved: true,
        useOf: useOf ?? (() => 'busy'),
      }),
  });
  return {
    name: 'west',
    state,
    ledgers: new Map([['a', ledger]]),
    workloads: { topOf: () => undefined },
  };
}

const entityOf = (_: string, pod: ClusterPod) =>
  pod.labels.app === undefined
    ? undefined
    : {
        ref: `component:default/${pod.labels.app}`,
        title: pod.labels.app,
        owner: `group:default/${pod.labels.app}`,
      };

const of = (name: string, app: string | undefined, devices = 0) =>
  clusterPod(name, 'a', devices, { labels: app === undefined ? {} : { app } });

/** Devices by who has them. */
function devicesOf(setup: Setup): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { entity, units, deviceShare } of clusterHoldings(basics(setup), {
    entityOf,
    idle: setup.idle ?? [],
  })) {
    const who = entity?.title ?? 'nobody';
    sums[who] = (sums[who] ?? 0) + units * (deviceShare ?? 0);
  }
  return sums;
}

describe('clusterHoldings', () => {
  it('gives devices of claims to the entities of the pods that use them', () => {
    expect(
      devicesOf({
        node: clusterNode('a', { capacity: {}, allocatable: {} }),
        pods: [of('p', 'red'), of('q', 'blue'), of('r', undefined)],
        devices: [
          card('0', [holder('one', 'p')]),
          // Two pods share a claim.
          card('1', [holder('both', 'p', 'q')]),
          // Two claims hold parts of a card, half of which is held: a quarter each.
          card('2', [holder('x', 'q'), holder('y', 'r')], 0.5),
          // Of a pod that is gone.
          card('3', [holder('late', 'gone')]),
          card('4', []),
        ],
      }),
    ).toEqual({ red: 1.5, blue: 0.75, nobody: 1.25 });
  });

  it('counts what a pod got through a claim with the claim alone', () => {
    // It asks for two units of the extended resource and has them through a claim on two cards.
    const pod = clusterPod('p', 'a', 2, {
      labels: { app: 'red' },
      claimedResources: [GPU],
    });
    expect(
      devicesOf({
        node: clusterNode('a', { capacity: {}, allocatable: {} }),
        pods: [pod],
        devices: [
          card('0', [holder('made', 'p')]),
          card('1', [holder('made', 'p')]),
        ],
      }),
    ).toEqual({ red: 2 });
  });

  it('has nothing beyond what the node has', () => {
    // Twelve are asked for of eight: a device plugin that went away and came back with less.
    expect(
      devicesOf({ pods: [of('p', 'red', 6), of('q', 'blue', 6)] }),
    ).toEqual({ red: 6, blue: 2 });
  });

  it('has nothing reserved on a node that takes no pods', () => {
    const nominated = clusterPod('n', undefined, 2, {
      holding: 'nominated',
      nominatedNode: 'a',
      labels: { app: 'red' },
    });
    expect(devicesOf({ pods: [nominated] })).toEqual({ red: 2 });
    expect(
      devicesOf({
        node: clusterNode('a', { state: 'cordoned' }),
        pods: [nominated],
      }),
    ).toEqual({});
  });

  it('says which devices of claims are idle, as the ledger does', () => {
    const holdings = clusterHoldings(
      basics({
        node: clusterNode('a', { capacity: {}, allocatable: {} }),
        pods: [of('p', 'red'), of('q', 'red')],
        devices: [
          card('0', [holder('still', 'p')]),
          card('1', [holder('quick', 'q')]),
        ],
        useOf: ({ claim }) => (claim === 'still' ? 'idle' : 'busy'),
      }),
      { entityOf, idle: [] },
    );
    expect(holdings.map(({ idleDevices }) => idleDevices)).toEqual([1, 0]);
  });

  it('costs as much by owner as by class, whoever holds what and how', () => {
    const view = {
      ...basics({
        pods: [
          of('p', 'red', 3),
          of('q', 'blue', 1),
          of('r', undefined, 1),
          clusterPod('s', 'a', 1, {
            holding: 'starting',
            labels: { app: 'blue' },
          }),
        ],
        devices: [
          card('0', [holder('one', 'p')]),
          card('1', [holder('both', 'p', 'q')]),
          card('2', [holder('x', 'q'), holder('y', 'r')], 0.5),
          card('3', [holder('late', 'gone')]),
          card('4', []),
        ],
        useOf: ({ claim }) => (claim === 'one' ? 'idle' : 'unmeasured'),
      }),
      title: undefined,
      nodes: {
        state: { status: 'live', asOf: new Date(0) } as const,
        items: new Map(),
        malformed: [],
      },
      pods: {
        state: { status: 'live', asOf: new Date(0) } as const,
        items: new Map(),
        malformed: [],
      },
      budgets: {
        state: { status: 'live', asOf: new Date(0) } as const,
        items: new Map(),
        malformed: [],
      },
      demand: [],
      present: [],
      blackHoles: [],
    };
    const { holdings, times } = estateCluster(
      { ok: true, view },
      { entityOf, idle: [] },
    );
    const book = {
      products: [{ product: 'H100', perHour: 4, currency: 'EUR' }],
      nodes: new Map(),
    };
    const rows = ownerCosts({
      holdings,
      titles: new Map([['group:default/red', 'Red']]),
      books: new Map([['west', book]]),
    });
    // 3 and 1.5 of red; 2 and 0.75 of blue, whom the reader may not see; 1, 0.25 and 1 of nobody: 9.5 of 13 are held.
    expect(
      rows.map(({ kind, devices, cost, unpricedDevices }) => [
        kind,
        devices,
        cost.EUR,
        unpricedDevices,
      ]),
    ).toEqual([
      ['owner', 4.5, 4.5 * 4 * 730, 0],
      ['hidden', 2.75, 2.75 * 4 * 730, 0],
      ['nobody', 2.25, 2.25 * 4 * 730, 0],
    ]);
    const { byClass } = deviceCost(times, book);
    const held = addCosts(
      ['busy', 'idle', 'unmeasured', 'reserved'].flatMap(
        ledgerClass => byClass.get(ledgerClass) ?? [],
      ),
    );
    expect(held.pricedDeviceHours).toBe(9.5);
    expect(held.amounts).toEqual({ EUR: 9.5 * 4 });
  });
});
