import fc from 'fast-check';
import {
  NODE_STATES,
  type AcceleratorNode,
  type AcceleratorPod,
  type ResourceCounts,
} from '../model';
import { accountForPool } from './poolAccount';

const GPU = 'nvidia.com/gpu';

function node(
  name: string,
  overrides: Partial<AcceleratorNode> = {},
): AcceleratorNode {
  return {
    name,
    state: 'ready',
    labels: {},
    product: 'H100',
    physicalDevices: undefined,
    capacity: { [GPU]: 8 },
    allocatable: { [GPU]: 8 },
    reconfiguring: false,
    ...overrides,
  };
}

function pod(
  nodeName: string | undefined,
  accelerators: ResourceCounts,
): AcceleratorPod {
  return {
    namespace: 'vision',
    name: 'a',
    node: nodeName,
    holding: nodeName ? 'held' : 'pending',
    accelerators,
    labels: {},
    waste: undefined,
  };
}

const groupsOf = (
  nodes: readonly AcceleratorNode[],
  pods: readonly AcceleratorPod[] = [],
) => accountForPool(nodes, pods).groups;

describe('accountForPool', () => {
  it('tells held, free, blocked, lost and unknown apart', () => {
    const [group] = groupsOf(
      [
        node('ready'),
        node('lost', { allocatable: { [GPU]: 7 } }),
        node('cordoned', { state: 'cordoned' }),
        node('unknown', { state: 'unknown' }),
      ],
      [
        pod('ready', { [GPU]: 2 }),
        pod('lost', { [GPU]: 4 }),
        pod('cordoned', { [GPU]: 5 }),
        pod('elsewhere', { [GPU]: 8 }),
        pod(undefined, { [GPU]: 8 }),
      ],
    );
    expect(group).toMatchObject({
      product: 'H100',
      resource: GPU,
      kind: 'device',
      nodes: 4,
      physical: 32,
      capacity: 32,
      allocatable: 31,
      held: 11,
      free: 9,
      blocked: 3,
      lost: 1,
      unknown: 8,
      largestFree: 6,
    });
  });

  it('counts a lost device that a pod still holds once', () => {
    const [group] = groupsOf(
      [node('a', { allocatable: { [GPU]: 7 } })],
      [pod('a', { [GPU]: 8 })],
    );
    expect(group).toMatchObject({ held: 8, free: 0, lost: 0 });
  });

  it('counts cards behind time-sliced devices, renamed or not', () => {
    const sliced = (capacity: ResourceCounts) =>
      groupsOf([
        node('a', { capacity, allocatable: capacity, physicalDevices: 2 }),
      ]);
    expect(sliced({ [GPU]: 0, 'nvidia.com/gpu.shared': 8 })).toMatchObject([
      {
        resource: 'nvidia.com/gpu.shared',
        kind: 'shared',
        physical: 2,
        capacity: 8,
      },
    ]);
    expect(sliced({ [GPU]: 8 })).toMatchObject([
      { resource: GPU, kind: 'shared', physical: 2, capacity: 8 },
    ]);
  });

  it('shows the partitions of a split card, which carries each of them', () => {
    const capacity = {
      [GPU]: 0,
      'nvidia.com/mig-1g.12gb': 2,
      'nvidia.com/mig-3g.47gb': 1,
    };
    expect(
      groupsOf([
        node('a', { capacity, allocatable: capacity, physicalDevices: 1 }),
      ]),
    ).toMatchObject([
      {
        resource: 'nvidia.com/mig-1g.12gb',
        kind: 'partition',
        capacity: 2,
        physical: 1,
      },
      {
        resource: 'nvidia.com/mig-3g.47gb',
        kind: 'partition',
        capacity: 1,
        physical: 1,
      },
    ]);
  });

  it('keeps whole devices and slices of one product apart, the most numerous first', () => {
    expect(
      groupsOf([
        node('whole', {
          product: 'L4',
          capacity: { [GPU]: 4 },
          allocatable: { [GPU]: 4 },
        }),
        node('sliced', { product: 'L4', physicalDevices: 2 }),
      ]),
    ).toMatchObject([
      { kind: 'shared', capacity: 8, physical: 2 },
      { kind: 'device', capacity: 4, physical: 4 },
    ]);
  });

  it('keeps one view of a Neuron node, and shows what it cannot classify', () => {
    const capacity = {
      'aws.amazon.com/neuron': 16,
      'aws.amazon.com/neuroncore': 32,
      'example.com/npu': 4,
    };
    expect(
      groupsOf([node('a', { capacity, allocatable: capacity })]).map(
        ({ resource, kind }) => [resource, kind],
      ),
    ).toEqual([
      ['aws.amazon.com/neuron', 'device'],
      ['example.com/npu', 'unclassified'],
    ]);
  });

  it('loses no unit and invents none, whatever the cluster', () => {
    const cluster = fc.array(
      fc.record({
        state: fc.constantFrom(...NODE_STATES),
        capacity: fc.nat(16),
        lostShare: fc.nat(16),
        held: fc.nat(16),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(cluster, specs => {
        const nodes = specs.map(({ state, capacity, lostShare }, index) =>
          node(`n${index}`, {
            state,
            capacity: { [GPU]: capacity },
            allocatable: { [GPU]: Math.max(0, capacity - lostShare) },
          }),
        );
        const pods = specs.map(({ held, capacity }, index) =>
          pod(`n${index}`, { [GPU]: Math.min(held, capacity) }),
        );
        for (const group of groupsOf(nodes, pods)) {
          const { held, free, blocked, lost, unknown, capacity } = group;
          expect(held + free + blocked + lost + unknown).toBe(capacity);
          expect(capacity).toBe(
            specs.reduce((sum, spec) => sum + spec.capacity, 0),
          );
        }
      }),
    );
  });
});
