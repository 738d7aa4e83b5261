import fc from 'fast-check';
import { DEFAULT_ACCELERATORS } from '../accelerator';
import { GPU, clusterNode, clusterPod } from '../cluster.fixture';
import { HOLDINGS, NODE_STATES } from '../model';
import { ClusterState } from '../state';
import { EMPTY_LEDGER, ledgerTotal } from './ledgerClasses';
import { nodeLedger } from './nodeLedger';
import { poolLedger, withReservations } from './poolLedger';

const clusterArbitrary = fc.record({
  nodes: fc.array(
    fc.record({
      state: fc.constantFrom(...NODE_STATES),
      layout: fc.constantFrom('whole', 'shared', 'split', 'odd'),
      capacity: fc.nat(16),
      allocatable: fc.nat(18),
      physical: fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined }),
    }),
    { maxLength: 8 },
  ),
  pods: fc.array(
    fc.record({
      place: fc.nat(8),
      holding: fc.constantFrom(...HOLDINGS),
      gpus: fc.nat(9),
      partitions: fc.nat(3),
      busy: fc.nat(9),
      idle: fc.nat(9),
    }),
    { maxLength: 16 },
  ),
  usable: fc.integer({ min: -2, max: 12 }),
  podsObserved: fc.boolean(),
});

const RESOURCE_OF = {
  whole: GPU,
  shared: 'nvidia.com/gpu.shared',
  split: 'nvidia.com/mig-3g.40gb',
  odd: 'example.com/npu',
} as const;

describe('poolLedger', () => {
  it('puts every unit that is owned into one class, whatever the cluster', () => {
    fc.assert(
      fc.property(clusterArbitrary, cluster => {
        const nodes = cluster.nodes.map((node, i) =>
          clusterNode(`n${i}`, {
            state: node.state,
            physicalDevices: node.physical,
            capacity: { [RESOURCE_OF[node.layout]]: node.capacity },
            allocatable: { [RESOURCE_OF[node.layout]]: node.allocatable },
          }),
        );
        const pods = cluster.pods.map(
          ({ place, holding, gpus, partitions, busy }, i) => {
            const isBound = ['held', 'starting', 'releasing'].includes(holding);
            return clusterPod(
              `p${i}`,
              isBound ? `n${place}` : undefined,
              { [GPU]: gpus, 'nvidia.com/mig-3g.40gb': partitions },
              {
                holding,
                nominatedNode:
                  holding === 'nominated' ? `n${place}` : undefined,
                createdAt: busy,
              },
            );
          },
        );
        const activity = new Map(
          cluster.pods.map(({ busy, idle }, i) => [`p${i}`, { busy, idle }]),
        );
        const ledgers = [...ClusterState.of(nodes, pods).nodes()].map(state =>
          nodeLedger(state, {
            registry: DEFAULT_ACCELERATORS,
            podsObserved: cluster.podsObserved,
            usableUnits: () => cluster.usable,
            useOf: ({ name }) => activity.get(name) ?? { busy: 0, idle: 0 },
          }),
        );
        let devices = 0;
        for (const ledger of ledgers) {
          devices += ledger.unpartitioned;
          for (const {
            units,
            owned,
            devicesPerUnit,
            kind,
          } of ledger.resources) {
            expect(ledgerTotal(units)).toBe(owned);
            expect(Math.min(...Object.values(units))).toBeGreaterThanOrEqual(0);
            if (kind !== 'unclassified')
              devices += owned * (devicesPerUnit ?? 0);
          }
        }
        const pool = poolLedger(ledgers);
        expect(ledgerTotal(pool.devices)).toBeCloseTo(devices, 6);
        expect(pool.groups.reduce((sum, { owned }) => sum + owned, 0)).toBe(
          cluster.nodes.reduce(
            (sum, { capacity, allocatable }) =>
              sum + Math.max(capacity, allocatable),
            0,
          ),
        );
      }),
      { numRuns: 10_000, seed: 20261123 },
    );
  }, 120_000);

  it('keeps whole devices and slices of one product apart, the most numerous first', () => {
    const amounts = (count: number) => ({
      capacity: { [GPU]: count },
      allocatable: { [GPU]: count },
    });
    const states = ClusterState.of([
      clusterNode('whole', { product: 'L4', ...amounts(4) }),
      clusterNode('sliced', {
        product: 'L4',
        physicalDevices: 2,
        ...amounts(8),
      }),
    ]).nodes();
    const pool = poolLedger(
      [...states].map(state =>
        nodeLedger(state, {
          registry: DEFAULT_ACCELERATORS,
          podsObserved: true,
        }),
      ),
    );
    expect(pool.groups).toMatchObject([
      { kind: 'shared', owned: 8, devices: 2, largestFree: 8 },
      { kind: 'device', owned: 4, devices: 4, largestFree: 4 },
    ]);
    expect(pool.devices).toEqual({ ...EMPTY_LEDGER, usable: 6 });
  });

  it('does not count units of which nothing says what they are as devices', () => {
    const amounts = { 'example.com/npu': 4, 'nvidia.com/gpu.shared': 3 };
    const pool = poolLedger(
      [
        ...ClusterState.of([
          clusterNode('a', { capacity: amounts, allocatable: amounts }),
        ]).nodes(),
      ].map(state =>
        nodeLedger(state, {
          registry: DEFAULT_ACCELERATORS,
          podsObserved: true,
        }),
      ),
    );
    expect(pool.devices).toEqual(EMPTY_LEDGER);
    expect(pool.uncounted).toEqual([
      { resource: 'example.com/npu', units: 4 },
      { resource: 'nvidia.com/gpu.shared', units: 3 },
    ]);
  });
});

describe('withReservations', () => {
  it('takes what is spoken for out of what is free, and not more', () => {
    const ledger = { ...EMPTY_LEDGER, busy: 2, usable: 3, stranded: 1 };
    expect(withReservations(ledger, 2)).toEqual({
      ...ledger,
      reserved: 2,
      usable: 1,
    });
    expect(withReservations(ledger, 9)).toEqual({
      ...ledger,
      reserved: 4,
      usable: 0,
      stranded: 0,
    });
  });
});
