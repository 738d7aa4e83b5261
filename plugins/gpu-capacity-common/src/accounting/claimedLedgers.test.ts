import type { DeviceHolder, PhysicalDevice } from '../dra';
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
});
