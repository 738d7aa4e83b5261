import {
  AllocationState,
  DeviceInventory,
  deviceAccount,
  type DeviceHolder,
  type PhysicalDevice,
} from '../dra';
import { allocatedClaim, slice } from '../dra/__fixtures__/objects';
import { claimedLedgers, type ClaimUse } from './claimedLedgers';
import { EMPTY_LEDGER } from './ledgerClasses';

const holder = (claim: string): DeviceHolder => ({
  namespace: 'ml',
  claim,
  claimUid: `uid-${claim}`,
  consumers: [],
  shareId: undefined,
  consumedCapacity: new Map(),
});

function device(
  state: PhysicalDevice['state'],
  more: Partial<PhysicalDevice> = {},
): PhysicalDevice {
  return {
    driver: 'gpu.nvidia.com',
    pool: 'node-1',
    name: 'gpu-0',
    product: {
      kind: 'whole',
      product: 'H100',
      profile: undefined,
      memoryBytes: undefined,
    },
    state,
    heldFraction: state === 'allocated' ? 1 : 0,
    holders: [],
    devices: [],
    ...more,
  };
}

const ledgersOf = (
  devices: readonly PhysicalDevice[],
  more: Partial<Parameters<typeof claimedLedgers>[0]> = {},
) =>
  claimedLedgers({
    account: { devices, unknownPools: [] },
    state: 'ready',
    podsObserved: true,
    useOf: ({ claim }): ClaimUse => (claim === 'busy' ? 'busy' : 'idle'),
    ...more,
  });

describe('claimedLedgers', () => {
  it('puts each physical device into classes', () => {
    const { resources, product } = ledgersOf([
      device('free'),
      device('allocated', { holders: [holder('busy')] }),
      // A quarter of a card is held, by two claims: the one that does more speaks for it.
      device('allocated', {
        heldFraction: 0.25,
        holders: [holder('idle'), holder('busy')],
      }),
      device('leaked'),
      device('tainted'),
      device('unknown'),
    ]);
    expect(resources).toEqual([
      {
        resource: 'gpu.nvidia.com',
        kind: 'device',
        units: {
          ...EMPTY_LEDGER,
          busy: 1.25,
          usable: 1.75,
          blocked: 2,
          unknown: 1,
        },
        owned: 6,
        overheld: 0,
        devicesPerUnit: 1,
        claims: [],
      },
    ]);
    expect(product).toBe('H100');
  });

  it.each([
    ['cordoned', true, 'blocked'],
    ['unknown', true, 'unknown'],
    ['ready', false, 'unknown'],
  ] as const)(
    'on a node that is %s, with pods observed: %s, what is free is %s',
    (state, podsObserved, ledgerClass) => {
      expect(
        ledgersOf([device('free')], { state, podsObserved }).resources[0].units,
      ).toEqual({ ...EMPTY_LEDGER, [ledgerClass]: 1 });
    },
  );

  it('leaves out what is no accelerator', () => {
    const kinds = ['other', 'unclassified'] as const;
    expect(
      ledgersOf(
        kinds.map(kind =>
          device('free', {
            product: {
              kind,
              product: undefined,
              profile: undefined,
              memoryBytes: undefined,
            },
          }),
        ),
      ).resources,
    ).toEqual([]);
  });

  it('says which claims hold what, but not what is leaked', () => {
    const driver = 'gpu.nvidia.com';
    const gpu = (name: string) => ({
      name,
      attributes: { type: { string: 'gpu' } },
    });
    const { resources } = claimedLedgers({
      account: deviceAccount(
        DeviceInventory.create({
          slices: [
            slice('s', [gpu('0'), gpu('1'), gpu('2'), gpu('3')], { driver }),
          ],
        }),
        AllocationState.create([
          allocatedClaim('busy', [
            { driver, device: '0' },
            { driver, device: '1' },
          ]),
          allocatedClaim('leaked', [{ driver, device: '2' }], {}),
        ]),
        { name: 'node-1', labels: {} },
      ),
      state: 'ready',
      podsObserved: true,
      useOf: () => 'busy',
    });
    expect(resources).toMatchObject([
      {
        units: { busy: 2, blocked: 1, usable: 1 },
        claims: [
          { holder: { claim: 'busy' }, use: 'busy', units: 1 },
          { holder: { claim: 'busy' }, use: 'busy', units: 1 },
        ],
      },
    ]);
  });
});
