import { readAcceleratorNode } from './node';

function node(overrides: { labels?: object; spec?: object; status?: object }) {
  return {
    metadata: {
      name: 'gpu-01',
      labels: {
        'nvidia.com/gpu.product': 'NVIDIA-H100-80GB-HBM3',
        'nvidia.com/gpu.count': '8',
        ...overrides.labels,
      },
    },
    spec: overrides.spec,
    status: {
      capacity: { cpu: '96', 'nvidia.com/gpu': '8' },
      allocatable: { cpu: '95', 'nvidia.com/gpu': '7' },
      conditions: [{ type: 'Ready', status: 'True' }],
      ...overrides.status,
    },
  };
}

describe('readAcceleratorNode', () => {
  it('reads what the view needs', () => {
    expect(readAcceleratorNode(node({}))).toMatchObject({
      name: 'gpu-01',
      state: 'ready',
      product: 'NVIDIA-H100-80GB-HBM3',
      physicalDevices: 8,
      capacity: { 'nvidia.com/gpu': 8 },
      allocatable: { 'nvidia.com/gpu': 7 },
      reconfiguring: false,
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
    (ready, unschedulable, state) => {
      expect(
        readAcceleratorNode(
          node({
            spec: { unschedulable },
            status: {
              conditions: ready ? [{ type: 'Ready', status: ready }] : [],
            },
          }),
        )?.state,
      ).toBe(state);
    },
  );

  it('takes the sharing and partition suffix off the product', () => {
    const product = (label: string) =>
      readAcceleratorNode(node({ labels: { 'nvidia.com/gpu.product': label } }))
        ?.product;
    expect(product('NVIDIA-L4-SHARED')).toBe('NVIDIA-L4');
    expect(product('NVIDIA-A100-SXM4-40GB-MIG-1g.5gb')).toBe(
      'NVIDIA-A100-SXM4-40GB',
    );
  });

  it('does not take slices for cards with the MIG strategy "single"', () => {
    expect(
      readAcceleratorNode(
        node({
          labels: {
            'nvidia.com/mig.strategy': 'single',
            'nvidia.com/gpu.count': '56',
          },
        }),
      )?.physicalDevices,
    ).toBeUndefined();
  });

  it('leaves out a node without accelerators', () => {
    expect(
      readAcceleratorNode(node({ status: { capacity: { cpu: '4' } } })),
    ).toBeUndefined();
  });
});
