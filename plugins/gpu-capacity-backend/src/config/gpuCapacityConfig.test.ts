import { mockServices } from '@backstage/backend-test-utils';
import { readGpuCapacityConfig } from './gpuCapacityConfig';

const read = (gpuCapacity: object) =>
  readGpuCapacityConfig(
    mockServices.rootConfig({
      data: JSON.parse(JSON.stringify({ gpuCapacity })),
    }),
  );

describe('readGpuCapacityConfig', () => {
  it('needs nothing', () => {
    const config = readGpuCapacityConfig(mockServices.rootConfig());
    expect(config.clusters).toBeUndefined();
    expect(config.platformTeams).toEqual([]);
    expect(config.registry.kindOf('nvidia.com/gpu')).toBe('device');
  });

  it('classifies what is not known, before what is shipped', () => {
    const { registry } = read({
      accelerators: [
        { resource: 'example.com/npu', kind: 'device' },
        {
          resource: 'nvidia.com/*.slice',
          kind: 'fraction',
          unitsPerDevice: 10,
        },
      ],
    });
    expect(registry.kindOf('example.com/npu')).toBe('device');
    expect(registry.ruleFor('nvidia.com/gpu.slice')).toMatchObject({
      kind: 'fraction',
      unitsPerDevice: 10,
    });
    // A dot is a dot, and the star stays within the name.
    expect(registry.kindOf('examplexcom/npu')).toBe('unclassified');
    expect(registry.kindOf('nvidia.com/a/b.slice')).toBeUndefined();
  });

  it('names products of instance types, and platform teams without regard to case', () => {
    const { registry, platformTeams } = read({
      products: [{ instanceType: 'h100.8x', product: 'H100' }],
      platformTeams: ['group:default/Platform'],
    });
    expect(
      registry.describe({ 'node.kubernetes.io/instance-type': 'h100.8x' })
        .product,
    ).toBe('H100');
    expect(platformTeams).toEqual(['group:default/platform']);
  });

  it('says which kinds there are where one is none', () => {
    expect(() =>
      read({ accelerators: [{ resource: 'example.com/npu', kind: 'card' }] }),
    ).toThrow(/example\.com\/npu must be one of device, partition/);
  });
});
