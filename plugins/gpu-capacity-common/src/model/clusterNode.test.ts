import { AcceleratorRegistry } from '../accelerator';
import { readClusterNode } from './clusterNode';

function node(overrides: { labels?: object; spec?: object; status?: object }) {
  return {
    metadata: {
      name: 'gpu-01',
      labels: {
        'nvidia.com/gpu.product': 'NVIDIA-H100-80GB-HBM3',
        'nvidia.com/gpu.count': '8',
        'nvidia.com/gpu.memory': '81559',
        ...overrides.labels,
      },
    },
    spec: overrides.spec,
    status: {
      capacity: { cpu: '96', 'nvidia.com/gpu': '8' },
      allocatable: { cpu: '95500m', 'nvidia.com/gpu': '7' },
      conditions: [{ type: 'Ready', status: 'True' }],
      ...overrides.status,
    },
  };
}

const ready = { conditions: [{ type: 'Ready', status: 'True' }] };

describe('readClusterNode', () => {
  it('reads what the scheduler and the view need', () => {
    expect(readClusterNode(node({}))).toMatchObject({
      name: 'gpu-01',
      state: 'ready',
      product: 'NVIDIA-H100-80GB-HBM3',
      physicalDevices: 8,
      deviceMemory: 81_559 * 2 ** 20,
      capacity: { cpu: 96_000, 'nvidia.com/gpu': 8 },
      allocatable: { cpu: 95_500, 'nvidia.com/gpu': 7 },
      reconfiguring: false,
      problems: [],
    });
  });

  it.each([
    ['True', false, 'ready'],
    ['True', true, 'cordoned'],
    ['False', false, 'not-ready'],
    ['False', true, 'not-ready'],
    ['Unknown', false, 'unknown'],
    [undefined, false, 'unknown'],
  ])(
    'with Ready %s and unschedulable %s is %s',
    (status, unschedulable, state) => {
      expect(
        readClusterNode(
          node({
            spec: { unschedulable },
            status: { conditions: status ? [{ type: 'Ready', status }] : [] },
          }),
        ).state,
      ).toBe(state);
    },
  );

  it.each(['karpenter.sh/disrupted', 'ToBeDeletedByClusterAutoscaler'])(
    'is leaving with the taint %s',
    key => {
      expect(
        readClusterNode(
          node({ spec: { taints: [{ key, effect: 'NoSchedule' }] } }),
        ).state,
      ).toBe('leaving');
    },
  );

  it.each([
    ['NVIDIA-L4-SHARED', 'NVIDIA-L4'],
    ['NVIDIA-A100-SXM4-40GB-MIG-1g.5gb', 'NVIDIA-A100-SXM4-40GB'],
    ['NVIDIA-A100-SXM4-40GB-MIG-1g.5gb-SHARED', 'NVIDIA-A100-SXM4-40GB'],
  ])('takes sharing and partition off the product %s', (label, product) => {
    expect(
      readClusterNode(node({ labels: { 'nvidia.com/gpu.product': label } }))
        .product,
    ).toBe(product);
  });

  it.each([
    // Eight cards of seven slices; eight cards that two partitions of three slices fill; an A30 has four slices.
    ['NVIDIA-A100-SXM4-40GB-MIG-1g.5gb', '56', 8],
    ['NVIDIA-A100-SXM4-80GB-MIG-3g.40gb', '16', 8],
    ['NVIDIA-A30-MIG-1g.6gb', '8', 2],
    ['NVIDIA-A100-SXM4-40GB-MIG-1g.5gb', '55', undefined],
  ])('counts cards behind %s × %s', (product, count, cards) => {
    expect(
      readClusterNode(
        node({
          labels: {
            'nvidia.com/mig.strategy': 'single',
            'nvidia.com/gpu.product': product,
            'nvidia.com/gpu.count': count,
          },
        }),
      ).physicalDevices,
    ).toBe(cards);
  });

  it('takes the product from the instance type where no label names it', () => {
    const unnamed = {
      metadata: {
        name: 'a',
        labels: { 'node.kubernetes.io/instance-type': 'h100.8x' },
      },
      status: ready,
    };
    const registry = AcceleratorRegistry.create({
      instanceTypes: new Map([['h100.8x', 'H100']]),
    });
    expect(readClusterNode(unnamed).product).toBeUndefined();
    expect(readClusterNode(unnamed, registry).product).toBe('H100');
  });

  it('names what the agents of the node report', () => {
    expect(
      readClusterNode(
        node({
          status: {
            conditions: [
              { type: 'Ready', status: 'True' },
              { type: 'MemoryPressure', status: 'False' },
              { type: 'GpuMemWatch', status: 'True', reason: 'DoubleBitError' },
            ],
          },
        }),
      ).problems,
    ).toEqual([
      {
        type: 'GpuMemWatch',
        reason: 'DoubleBitError',
        message: undefined,
        since: undefined,
      },
    ]);
  });

  it('reads a node without labels and without amounts', () => {
    expect(
      readClusterNode({ metadata: { name: 'bare' }, status: ready }),
    ).toMatchObject({ capacity: {}, allocatable: {}, product: undefined });
  });
});
