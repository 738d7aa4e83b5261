import { DEFAULT_ACCELERATORS } from '../accelerator';
import { GPU, clusterNode, clusterPod } from '../cluster.fixture';
import type { ClusterNode, ClusterPod } from '../model';
import { ClusterState } from '../state';
import { EMPTY_LEDGER } from './ledgerClasses';
import { nodeLedger, type LedgerContext } from './nodeLedger';

function ledgerOf(
  node: ClusterNode,
  pods: readonly ClusterPod[] = [],
  context: Partial<LedgerContext> = {},
) {
  const state = ClusterState.of([node], pods).node(node.name);
  if (!state) throw new Error('no node');
  return nodeLedger(state, {
    registry: DEFAULT_ACCELERATORS,
    podsObserved: true,
    ...context,
  });
}

function withGpus(capacity: number, allocatable: number, more = {}) {
  const rest = { cpu: 64_000, pods: 110 };
  return clusterNode('a', {
    capacity: { ...rest, [GPU]: capacity },
    allocatable: { ...rest, [GPU]: allocatable },
    ...more,
  });
}

const having = (
  amounts: Record<string, number>,
  more: Partial<ClusterNode> = {},
) => clusterNode('a', { capacity: amounts, allocatable: amounts, ...more });

describe('nodeLedger', () => {
  it('puts every device into one class', () => {
    const { resources } = ledgerOf(
      withGpus(8, 7),
      [
        clusterPod('busy', 'a', { [GPU]: 2 }),
        clusterPod('new', 'a', { [GPU]: 1 }, { holding: 'starting' }),
        clusterPod('going', 'a', { [GPU]: 1 }, { holding: 'releasing' }),
        clusterPod(
          'next',
          undefined,
          { [GPU]: 1 },
          { nominatedNode: 'a', holding: 'nominated' },
        ),
      ],
      {
        useOf: ({ name }) =>
          name === 'busy' ? { busy: 1, idle: 1 } : { busy: 0, idle: 0 },
        usableUnits: () => 1,
      },
    );
    // 8 = 1 busy + 1 idle + 1 of the pod that goes + 1 starting + 1 nominated + 1 usable + 1 stranded + 1 lost
    expect(resources).toEqual([
      {
        resource: GPU,
        kind: 'device',
        units: {
          busy: 1,
          idle: 1,
          unmeasured: 1,
          reserved: 2,
          usable: 1,
          stranded: 1,
          blocked: 0,
          lost: 1,
          unknown: 0,
        },
        owned: 8,
        overheld: 0,
        devicesPerUnit: 1,
      },
    ]);
  });

  it.each([
    ['cordoned', { blocked: 8 }],
    ['not-ready', { blocked: 8 }],
    ['leaving', { blocked: 8 }],
    ['unknown', { unknown: 8 }],
    ['ready', { usable: 8 }],
  ] as const)(
    'calls what nobody holds on a %s node by its name',
    (state, units) => {
      expect(ledgerOf(withGpus(8, 8, { state })).resources[0].units).toEqual({
        ...EMPTY_LEDGER,
        ...units,
      });
    },
  );

  it('calls nothing free where the pods are not observed', () => {
    expect(
      ledgerOf(withGpus(8, 7), [], { podsObserved: false }).resources[0].units,
    ).toEqual({ ...EMPTY_LEDGER, lost: 1, unknown: 7 });
  });

  it('counts a lost device that a pod still holds once', () => {
    const { resources } = ledgerOf(withGpus(8, 7), [
      clusterPod('p', 'a', { [GPU]: 8 }),
    ]);
    expect(resources[0].units).toEqual({ ...EMPTY_LEDGER, unmeasured: 8 });
  });

  it('says so where more is held, or allocatable, than the node has', () => {
    const overheld = ledgerOf(withGpus(2, 2), [
      clusterPod('p', 'a', { [GPU]: 5 }),
    ]);
    expect(overheld.resources[0]).toMatchObject({
      owned: 2,
      overheld: 3,
      units: { unmeasured: 2 },
    });
    expect(overheld.notes).toEqual(['held-above-capacity']);
    const odd = ledgerOf(withGpus(7, 8));
    expect(odd.resources[0]).toMatchObject({ owned: 8, units: { usable: 8 } });
    expect(odd.notes).toEqual(['allocatable-above-capacity']);
  });

  it('does not count what a pod got through a claim as a request as well', () => {
    const { resources } = ledgerOf(withGpus(0, 0), [
      clusterPod('p', 'a', { [GPU]: 1 }, { claimedResources: [GPU] }),
    ]);
    expect(resources).toEqual([]);
  });

  it.each([
    ['renamed', { [GPU]: 0, 'nvidia.com/gpu.shared': 8 }],
    ['not renamed', { [GPU]: 8 }],
  ])('knows the cards behind time slices, %s', (_, amounts) => {
    const { resources, unpartitioned } = ledgerOf(
      having(amounts, { physicalDevices: 2 }),
    );
    expect(resources).toMatchObject([
      { kind: 'shared', owned: 8, devicesPerUnit: 0.25 },
    ]);
    expect(unpartitioned).toBe(0);
  });

  it('adds the partitions of a split card up to the card', () => {
    const { resources, unpartitioned } = ledgerOf(
      having(
        {
          [GPU]: 0,
          'nvidia.com/mig-1g.12gb': 2,
          'nvidia.com/mig-2g.24gb': 1,
          'nvidia.com/mig-3g.47gb': 1,
        },
        { physicalDevices: 1 },
      ),
    );
    expect(
      resources.map(({ kind, owned, devicesPerUnit = 0 }) => [
        kind,
        owned * devicesPerUnit * 7,
      ]),
    ).toEqual([
      ['partition', 2],
      ['partition', 2],
      ['partition', 3],
    ]);
    expect(unpartitioned).toBe(0);
  });

  it('finds the part of a split card that no partition reaches', () => {
    const { unpartitioned } = ledgerOf(
      having({ 'nvidia.com/mig-3g.40gb': 2 }, { physicalDevices: 1 }),
    );
    expect(unpartitioned).toBeCloseTo(1 / 7, 9);
  });

  it('keeps one view of a Neuron node, and shows what it cannot classify', () => {
    const { resources } = ledgerOf(
      having({
        'aws.amazon.com/neuron': 16,
        'aws.amazon.com/neuroncore': 32,
        'example.com/npu': 4,
      }),
    );
    expect(
      resources.map(({ resource, kind, devicesPerUnit }) => [
        resource,
        kind,
        devicesPerUnit,
      ]),
    ).toEqual([
      ['aws.amazon.com/neuron', 'device', 1],
      ['example.com/npu', 'unclassified', undefined],
    ]);
  });

  it('says that a layout is being changed', () => {
    expect(ledgerOf(withGpus(0, 0, { reconfiguring: true })).notes).toEqual([
      'reconfiguring',
    ]);
  });
});
