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
import { holderShares } from './holderShares';

const DRIVER = 'gpu.nvidia.com';

/** What claims hold of the first physical device. */
function sharesOf(slices: ResourceSlice[], claims: ResourceClaim[]) {
  const [device] = deviceAccount(
    DeviceInventory.create({ slices }),
    AllocationState.create(claims),
    { name: 'node-1', labels: {} },
  ).devices;
  return Object.fromEntries(
    holderShares(device).map(({ holder, share }) => [holder.claim, share]),
  );
}

const held = (name: string, device: string, more: object = {}) =>
  allocatedClaim(name, [{ driver: DRIVER, device, ...more }]);

function mig(name: string, memory: string | undefined) {
  return {
    name,
    attributes: {
      type: { string: 'mig' },
      parentUUID: { string: 'GPU-1' },
      uuid: { string: `MIG-${name}` },
    },
    ...(memory !== undefined && { capacity: { memory: { value: memory } } }),
  };
}

const shared = {
  name: 'd1',
  attributes: { type: { string: 'gpu' } },
  allowMultipleAllocations: true,
  capacity: { memory: { value: '40Gi' } },
};

const part = (name: string, memory: string | undefined) =>
  held(name, 'd1', {
    shareID: name,
    consumedCapacity: memory === undefined ? {} : { memory },
  });

describe('holderShares', () => {
  it('is all of a device for whoever has it to himself', () => {
    expect(
      sharesOf(
        [
          slice(
            's',
            [{ name: 'd1', attributes: { type: { string: 'gpu' } } }],
            { driver: DRIVER },
          ),
        ],
        [held('a', 'd1')],
      ),
    ).toEqual({ a: 1 });
  });

  it('divides partitions by their memory', () => {
    // 40 of 80 GiB are held, 10 and 30 of them.
    expect(
      sharesOf(
        [
          slice(
            's',
            [mig('m1', '10Gi'), mig('m2', '30Gi'), mig('m3', '40Gi')],
            { driver: DRIVER },
          ),
        ],
        [held('a', 'm1'), held('b', 'm2')],
      ),
    ).toEqual({ a: 0.125, b: 0.375 });
  });

  it('divides them equally where not all say their memory', () => {
    // Half of what is known of the memory is held.
    expect(
      sharesOf(
        [
          slice(
            's',
            [mig('m1', undefined), mig('m2', '30Gi'), mig('m3', '30Gi')],
            { driver: DRIVER },
          ),
        ],
        [held('a', 'm1'), held('b', 'm2')],
      ),
    ).toEqual({ a: 0.25, b: 0.25 });
  });

  it('adds up to what counters say is held', () => {
    const form = (name: string, compute: string) => ({
      ...mig(name, undefined),
      ...consumes('card', { compute }),
    });
    // 3 and 2 of 7 compute slices.
    const shares = sharesOf(
      [
        slice('s', [form('m1', '3'), form('m2', '2'), form('m3', '2')], {
          driver: DRIVER,
          count: 2,
        }),
        slice('c', [], {
          driver: DRIVER,
          count: 2,
          sharedCounters: [counterSet('card', { compute: '7' })],
        }),
      ],
      [held('a', 'm1'), held('b', 'm2')],
    );
    expect(shares.a + shares.b).toBeCloseTo(5 / 7, 12);
  });

  it('divides a shared device by what each consumes', () => {
    expect(
      sharesOf(
        [slice('s', [shared], { driver: DRIVER })],
        [part('a', '10Gi'), part('b', '20Gi')],
      ),
    ).toEqual({ a: 0.25, b: 0.5 });
  });

  it('divides it equally where nobody says what it consumes', () => {
    const shares = sharesOf(
      [slice('s', [shared], { driver: DRIVER })],
      [part('a', undefined), part('b', undefined)],
    );
    expect(shares.a).toBe(shares.b);
  });
});
