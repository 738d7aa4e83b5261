import { deviceClass, slice } from '../__fixtures__/objects';
import { DeviceAllocator, extendedResourceClaim } from '../allocator';
import { DeviceInventory } from '../inventory';
import { AllocationState } from './AllocationState';
import {
  classesByExtendedResource,
  extendedResourcesFromClaim,
} from './extendedResources';

const GPU = 'nvidia.com/gpu';

describe('classesByExtendedResource', () => {
  const gpuClass = (name: string, createdAt?: string) =>
    deviceClass(name, 'true', { extendedResourceName: GPU, createdAt });
  const classOf = (...classes: ReturnType<typeof gpuClass>[]) =>
    classesByExtendedResource(classes).get(GPU)?.name;

  it('prefers the newest class, then the name that comes first', () => {
    const old = gpuClass('a', '2026-01-01T00:00:00Z');
    const young = gpuClass('b', '2026-02-01T00:00:00Z');
    const twin = gpuClass('c', '2026-02-01T00:00:00Z');
    expect(classOf(old, young, twin)).toBe('b');
    expect(classOf(twin, young, old)).toBe('b');
  });

  it('has each class under its implicit name', () => {
    expect(
      classesByExtendedResource([gpuClass('a')]).get(
        'deviceclass.resource.kubernetes.io/a',
      )?.name,
    ).toBe('a');
  });
});

describe('extendedResourcesFromClaim', () => {
  it('names what a claim satisfies, so that a GPU is counted once', () => {
    expect(
      extendedResourcesFromClaim({
        status: {
          extendedResourceClaimStatus: {
            resourceClaimName: 'pod-extended-resources-x',
            requestMappings: [
              { containerName: 'a', resourceName: GPU, requestName: 'r0' },
              { containerName: 'b', resourceName: GPU, requestName: 'r1' },
            ],
          },
        },
      }),
    ).toEqual({ claimName: 'pod-extended-resources-x', resources: [GPU] });
  });

  it('names nothing for a pod of a device plugin', () => {
    expect(extendedResourcesFromClaim({ status: {} })).toEqual({
      claimName: undefined,
      resources: [],
    });
  });
});

describe('extendedResourceClaim', () => {
  const classes = [
    deviceClass('class-a', undefined, { extendedResourceName: GPU }),
  ];
  const claimFor = (count: number, allocatable: Record<string, number>) =>
    extendedResourceClaim({
      requests: { cpu: 4000, [GPU]: count, 'other.com/nic': 1 },
      allocatable,
      classes: classesByExtendedResource(classes),
    });

  it('asks for devices on a node without the device plugin', () => {
    const { claim, resources } = claimFor(2, { cpu: 8000 });
    expect(resources).toEqual([GPU]);
    const allocator = DeviceAllocator.create({
      inventory: DeviceInventory.create({
        slices: [slice('s', [{ name: 'd1' }, { name: 'd2' }, { name: 'd3' }])],
      }),
      state: AllocationState.create([]),
      classes,
    });
    expect(allocator.slots({ name: 'node-1', labels: {} }, [claim], 9)).toEqual(
      { slots: 1, certain: true, reason: 'cannot allocate all claims' },
    );
  });

  it('asks for none where the device plugin has them, or the pod wants none', () => {
    expect(claimFor(2, { [GPU]: 8 }).resources).toEqual([]);
    expect(claimFor(0, {}).claim.spec.requests).toEqual([]);
  });
});
