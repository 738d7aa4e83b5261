import {
  allocatedClaim,
  consumes,
  counterSet,
  slice,
} from '../__fixtures__/objects';
import { AllocationState } from '../allocation';
import { DeviceInventory } from '../inventory';
import type { ResourceClaim, ResourceSlice } from '../resources';
import { deviceAccount } from './deviceAccount';
import { partitionRoom } from './partitionRoom';
import { unpublishedDevices } from './unpublishedDevices';

const NODE = { name: 'node-1', labels: {} };
const DRIVER = 'gpu.nvidia.com';

function account(slices: ResourceSlice[], claims: ResourceClaim[] = []) {
  return deviceAccount(
    DeviceInventory.create({ slices }),
    AllocationState.create(claims),
    NODE,
  );
}

function room(slices: ResourceSlice[], claims: ResourceClaim[] = []) {
  return Object.fromEntries(
    partitionRoom(
      DeviceInventory.create({ slices }),
      AllocationState.create(claims),
      NODE,
    ).map(({ product, most, exact }) => [
      product.profile ?? product.kind,
      exact ? most : `at least ${most}`,
    ]),
  );
}

function held(name: string, device: string, status?: object) {
  return allocatedClaim(name, [{ driver: DRIVER, device }], status);
}

function gpu(name: string, fields: object = {}) {
  return { name, attributes: { type: { string: 'gpu' } }, ...fields };
}

/** An A100 with seven compute slices and eight memory slices, whole and as MIG devices at their places. */
function cards(count: number) {
  const partition = (
    card: number,
    profile: string,
    compute: number,
    start: number,
    size: number,
  ) => ({
    name: `gpu-${card}-mig-${profile.slice(0, 2)}-${start}`,
    attributes: {
      type: { string: 'mig' },
      profile: { string: profile },
      productName: { string: 'NVIDIA A100' },
    },
    ...consumes(`gpu-${card}`, {
      compute: String(compute),
      ...memorySlices(start, size),
    }),
  });
  const indices = Array.from({ length: count }, (_, index) => index);
  return [
    slice(
      'devices',
      indices.flatMap(card => [
        {
          name: `gpu-${card}`,
          attributes: {
            type: { string: 'gpu' },
            productName: { string: 'NVIDIA A100' },
          },
          ...consumes(`gpu-${card}`, { compute: '7', ...memorySlices(0, 8) }),
        },
        ...[0, 1, 2, 3, 4, 5, 6].map(start =>
          partition(card, '1g.5gb', 1, start, 1),
        ),
        ...[0, 2, 4].map(start => partition(card, '2g.10gb', 2, start, 2)),
        ...[0, 4].map(start => partition(card, '3g.20gb', 3, start, 4)),
      ]),
      { driver: DRIVER, count: 2 },
    ),
    slice('counters', [], {
      driver: DRIVER,
      count: 2,
      sharedCounters: indices.map(card =>
        counterSet(`gpu-${card}`, { compute: '7', ...memorySlices(0, 8) }),
      ),
    }),
  ];
}

function memorySlices(start: number, size: number) {
  return Object.fromEntries(
    Array.from({ length: size }, (_, index) => [
      `memory-slice-${start + index}`,
      '1',
    ]),
  );
}

describe('deviceAccount', () => {
  it('says how each device stands', () => {
    const { devices, unknownPools } = account(
      [
        slice(
          's',
          [
            gpu('free'),
            gpu('used'),
            gpu('leaked'),
            gpu('bad', { taints: [{ key: 'xid', effect: 'NoSchedule' }] }),
            gpu('noted', { taints: [{ key: 'note', effect: 'None' }] }),
          ],
          { driver: DRIVER },
        ),
      ],
      [held('a', 'used'), held('b', 'leaked', { reservedFor: [] })],
    );
    expect(
      devices.map(({ name, state, heldFraction }) => [
        name,
        state,
        heldFraction,
      ]),
    ).toEqual([
      ['free', 'free', 0],
      ['used', 'allocated', 1],
      ['leaked', 'leaked', 1],
      ['bad', 'tainted', 0],
      ['noted', 'free', 0],
    ]);
    expect(devices[1].holders).toMatchObject([
      { claim: 'a', consumers: [{ name: 'pod-1' }] },
    ]);
    expect(unknownPools).toEqual([]);
  });

  it('does not know the devices of an incomplete pool', () => {
    const { devices, unknownPools } = account([
      slice('s', [gpu('d1')], { driver: DRIVER, count: 2 }),
    ]);
    expect(devices).toMatchObject([
      { name: 'd1', state: 'unknown', heldFraction: undefined },
    ]);
    expect(unknownPools).toMatchObject([{ slicesSeen: 1, slicesExpected: 2 }]);
  });

  it('counts a card and its partitions once, and the share that is held', () => {
    const { devices } = account(cards(2), [held('a', 'gpu-1-mig-3g-4')]);
    expect(
      devices.map(({ name, state, product }) => [name, state, product.kind]),
    ).toEqual([
      ['gpu-0', 'free', 'whole'],
      ['gpu-1', 'allocated', 'whole'],
    ]);
    expect(devices[0].heldFraction).toBe(0);
    expect(devices[1].heldFraction).toBeCloseTo(3 / 7, 12);
    expect(
      Object.fromEntries(
        devices[1].devices.map(({ device, state }) => [
          device.name.slice(6),
          state,
        ]),
      ),
    ).toEqual({
      '': 'counters-used',
      'mig-1g-0': 'free',
      'mig-1g-1': 'free',
      'mig-1g-2': 'free',
      'mig-1g-3': 'free',
      'mig-1g-4': 'counters-used',
      'mig-1g-5': 'counters-used',
      'mig-1g-6': 'counters-used',
      'mig-2g-0': 'free',
      'mig-2g-2': 'free',
      'mig-2g-4': 'counters-used',
      'mig-3g-0': 'free',
      'mig-3g-4': 'allocated',
    });
  });

  it('groups static MIG devices by their parent, and weighs them by memory', () => {
    const mig = (name: string, parent: string, memory: string) => ({
      name,
      attributes: {
        type: { string: 'mig' },
        parentUUID: { string: parent },
        uuid: { string: `MIG-${name}` },
      },
      capacity: { memory: { value: memory } },
    });
    const { devices } = account(
      [
        slice(
          's',
          [
            mig('m1', 'GPU-1', '20Gi'),
            mig('m2', 'GPU-1', '10Gi'),
            mig('m3', 'GPU-1', '10Gi'),
            mig('m4', 'GPU-2', '40Gi'),
          ],
          { driver: DRIVER },
        ),
      ],
      [held('a', 'm2')],
    );
    expect(
      devices.map(({ state, heldFraction, devices: forms }) => [
        state,
        heldFraction,
        forms.length,
      ]),
    ).toEqual([
      ['allocated', 0.25, 3],
      ['free', 0, 1],
    ]);
  });

  it('groups a card with the form for virtual machines by the bus address', () => {
    const { devices } = account([
      slice(
        's',
        [
          {
            name: 'gpu-vfio-0',
            attributes: {
              type: { string: 'vfio' },
              pcieBusID: { string: '0000:01:00.0' },
            },
          },
          {
            name: 'gpu-0',
            attributes: {
              type: { string: 'gpu' },
              pcieBusID: { string: '0000:01:00.0' },
            },
          },
          {
            name: 'gpu-1',
            attributes: {
              type: { string: 'gpu' },
              pcieBusID: { string: '0000:02:00.0' },
            },
          },
        ],
        { driver: DRIVER },
      ),
    ]);
    expect(devices.map(({ name }) => name)).toEqual(['gpu-0', 'gpu-1']);
  });

  it('gives the share of a shared device by its scarcest capacity', () => {
    const { devices } = account(
      [
        slice(
          's',
          [
            gpu('d1', {
              allowMultipleAllocations: true,
              capacity: { memory: { value: '40Gi' }, cores: { value: '100' } },
            }),
          ],
          { driver: DRIVER },
        ),
      ],
      ['x', 'y'].map(shareID =>
        allocatedClaim(shareID, [
          {
            driver: DRIVER,
            device: 'd1',
            shareID,
            consumedCapacity: { memory: '10Gi', cores: '30' },
          },
        ]),
      ),
    );
    expect(devices[0].heldFraction).toBeCloseTo(0.6, 12);
    expect(devices[0].holders.map(({ shareId }) => shareId)).toEqual([
      'x',
      'y',
    ]);
  });
});

describe('partitionRoom', () => {
  it('says for each kind how many can be had, not as a sum', () => {
    expect(room(cards(1))).toEqual({
      whole: 1,
      '1g.5gb': 7,
      '2g.10gb': 3,
      '3g.20gb': 2,
    });
  });

  it('counts what allocated partitions leave, over all cards', () => {
    expect(room(cards(2), [held('a', 'gpu-0-mig-2g-2')])).toEqual({
      whole: 1,
      // Of the first card 7 - 2 compute slices, at memory slices 0, 1, 4, 5 and 6.
      '1g.5gb': 12,
      '2g.10gb': 5,
      // Of the first card only the place from 4 on.
      '3g.20gb': 3,
    });
  });

  it('leaves out what is allocated or tainted', () => {
    const devices = [
      gpu('d1'),
      gpu('d2'),
      gpu('d3', { taints: [{ key: 'xid', effect: 'NoExecute' }] }),
    ];
    expect(
      room([slice('s', devices, { driver: DRIVER })], [held('a', 'd2')]),
    ).toEqual({ whole: 1 });
  });

  it('does not know the room of an incomplete pool', () => {
    const [devices] = cards(1);
    expect(room([devices])).toMatchObject({ whole: 'at least undefined' });
  });
});

describe('unpublishedDevices', () => {
  const unpublished = (count: number) =>
    unpublishedDevices(
      DeviceInventory.create({
        slices: [slice('s', [gpu('d1')], { driver: DRIVER, count })],
      }),
      AllocationState.create([held('a', 'd1'), held('b', 'gone')]),
    );

  it('finds what claims hold of devices that are gone', () => {
    expect(unpublished(1)).toMatchObject([
      { id: { device: 'gone' }, holders: [{ claim: 'b' }] },
    ]);
  });

  it('says nothing of an incomplete pool', () => {
    expect(unpublished(2)).toEqual([]);
  });
});
