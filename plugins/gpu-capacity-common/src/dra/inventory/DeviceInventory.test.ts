import { counterSet, DRIVER, slice } from '../__fixtures__/objects';
import { readDeviceTaintRule } from '../resources';
import { DeviceInventory } from './DeviceInventory';
import { deviceProduct } from './deviceProduct';

const NODE = { name: 'node-1', labels: {} };

describe('DeviceInventory', () => {
  it('counts the newest generation of each pool, and of each driver for itself', () => {
    const { pools } = DeviceInventory.create({
      slices: [
        slice('old-1', [{ name: 'd1' }, { name: 'd2' }], { generation: 4 }),
        slice('new-1', [{ name: 'd3' }], { generation: 10 }),
        slice('other', [{ name: 'd1' }], { driver: 'driver-b', generation: 1 }),
      ],
    });
    expect(
      pools.map(({ driver, name, generation, state, devices }) => [
        driver,
        name,
        generation,
        state,
        devices.map(device => device.name),
      ]),
    ).toEqual([
      ['driver-a', 'pool-1', 10, 'complete', ['d3']],
      ['driver-b', 'pool-1', 1, 'complete', ['d1']],
    ]);
  });

  it('says of a pool with missing slices how many it has seen', () => {
    const [pool] = DeviceInventory.create({
      slices: [
        slice('a', [{ name: 'd1' }], { count: 3 }),
        slice('b', [{ name: 'd2' }], { count: 3 }),
      ],
    }).pools;
    expect(pool).toMatchObject({
      state: 'incomplete',
      slicesSeen: 2,
      slicesExpected: 3,
      problem: `2 of 3 slices of pool ${DRIVER}/pool-1 seen`,
    });
  });

  it.each([
    [
      [
        slice('a', [{ name: 'd1' }], { count: 2 }),
        slice('b', [{ name: 'd1' }], { count: 2 }),
      ],
      'duplicate device name d1',
    ],
    [
      [
        slice('a', [], {
          count: 2,
          sharedCounters: [counterSet('s', { memory: '1' })],
        }),
        slice('b', [], {
          count: 2,
          sharedCounters: [counterSet('s', { memory: '1' })],
        }),
      ],
      'duplicate counter set name s',
    ],
    [
      [
        slice('a', [
          {
            name: 'd1',
            consumesCounters: [{ counterSet: 's', counters: {} }],
          },
        ]),
      ],
      'counter set s not found',
    ],
    [
      [
        slice(
          'a',
          [
            {
              name: 'd1',
              consumesCounters: [
                { counterSet: 's', counters: { cores: { value: 1 } } },
              ],
            },
          ],
          { count: 2 },
        ),
        slice('b', [], {
          count: 2,
          sharedCounters: [counterSet('s', { memory: '1' })],
        }),
      ],
      'counter cores not found in counter set s',
    ],
  ])('reports what contradicts itself (%#)', (slices, problem) => {
    const [pool] = DeviceInventory.create({ slices }).pools;
    expect(pool).toMatchObject({ state: 'invalid', problem });
  });

  it('adds the taints of rules to the devices that they select', () => {
    const inventory = DeviceInventory.create({
      slices: [slice('a', [{ name: 'd1' }, { name: 'd2' }])],
      taintRules: [
        readDeviceTaintRule({
          spec: {
            deviceSelector: { driver: DRIVER, device: 'd2' },
            taint: { key: 'xid', value: '79', effect: 'NoExecute' },
          },
        }),
        readDeviceTaintRule({
          spec: { taint: { key: 'none', effect: 'NoExecute' } },
        }),
      ],
    });
    const [{ devices }] = inventory.poolsOfNode(NODE);
    expect(devices.map(({ taints }) => taints)).toEqual([
      [],
      [{ key: 'xid', value: '79', effect: 'NoExecute' }],
    ]);
  });
});

describe('deviceProduct', () => {
  const text = (values: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, string]) => [name, { string }]),
    );

  it.each<[string, object, object]>([
    [
      'gpu.nvidia.com',
      {
        attributes: text({ type: 'gpu', productName: 'NVIDIA A100' }),
        capacity: { memory: { value: '40Gi' } },
      },
      {
        kind: 'whole',
        product: 'NVIDIA A100',
        profile: undefined,
        memoryBytes: 42_949_672_960,
      },
    ],
    [
      'gpu.nvidia.com',
      {
        attributes: text({
          'gpu.nvidia.com/type': 'mig',
          'gpu.nvidia.com/productName': 'NVIDIA A100',
          profile: '1g.5gb',
        }),
      },
      {
        kind: 'partition',
        product: 'NVIDIA A100',
        profile: '1g.5gb',
        memoryBytes: undefined,
      },
    ],
    [
      'gpu.amd.com',
      {
        attributes: text({
          type: 'amdgpu-partition',
          productName: 'Instinct MI300X',
          partitionProfile: 'cpx_nps4',
        }),
      },
      {
        kind: 'partition',
        product: 'Instinct MI300X',
        profile: 'cpx_nps4',
        memoryBytes: undefined,
      },
    ],
    [
      'gpu.intel.com',
      { attributes: text({ model: 'Max 1550', family: 'Max' }) },
      { kind: 'whole', product: 'Max 1550' },
    ],
    [
      'tpu.google.com',
      { attributes: text({ tpuGen: 'v6e' }) },
      { kind: 'whole', product: 'v6e' },
    ],
    [
      'compute-domain.nvidia.com',
      { attributes: text({ type: 'channel' }) },
      { kind: 'other', product: undefined },
    ],
    [
      'npu.example.com',
      { attributes: text({ productName: 'NPU 1' }) },
      { kind: 'unclassified', product: 'NPU 1' },
    ],
  ])('names a device of %s', (driver, fields, expected) => {
    const [{ devices }] = DeviceInventory.create({
      slices: [slice('a', [{ name: 'd', ...fields }], { driver })],
    }).pools;
    expect(deviceProduct(devices[0])).toMatchObject(expected);
  });
});
