import {
  holderShares,
  type DeviceAccount,
  type DeviceHolder,
  type PhysicalDevice,
} from '../dra';
import type { NodeCondition } from '../model';
import { EMPTY_LEDGER, type LedgerClass } from './ledgerClasses';
import type { ResourceLedger } from './nodeLedger';

/**
 * The devices of a node that are had by claims.
 *
 * @public
 */
export interface ClaimedLedgers {
  /** One for each driver, in whole physical devices. */
  readonly resources: readonly ResourceLedger[];
  /** Product of most of them; absent where no device names one. */
  readonly product: string | undefined;
}

/** What the pods that use a claim do with its devices. @public */
export type ClaimUse = Extract<
  LedgerClass,
  'busy' | 'idle' | 'unmeasured' | 'reserved'
>;

/**
 * What one claim holds of one physical device. Those of a ledger add up to what its classes have as held.
 *
 * @public
 */
export interface ClaimHolding {
  readonly holder: DeviceHolder;
  /** The class in which the ledger has it: that of the device. */
  readonly use: ClaimUse;
  /** Physical devices: at most one. */
  readonly units: number;
}

/** Of several users of a device the one that does most speaks for it. */
const STRONGEST: readonly ClaimUse[] = [
  'busy',
  'unmeasured',
  'idle',
  'reserved',
];

/**
 * Puts each physical device that a node has through Dynamic Resource Allocation into classes. A device of which claims
 * hold a part is in two: what is held, and the rest.
 *
 * @param options - `useOf`: what is done with what a claim holds
 *
 * @public
 */
export function claimedLedgers(options: {
  readonly account: DeviceAccount;
  readonly state: NodeCondition;
  readonly podsObserved: boolean;
  readonly useOf: (holder: DeviceHolder) => ClaimUse;
}): ClaimedLedgers {
  const { account } = options;
  const ledgers = new Map<
    string,
    { units: Record<LedgerClass, number>; claims: ClaimHolding[] }
  >();
  const products = new Map<string, number>();
  for (const device of account.devices) {
    // A network card is no accelerator.
    if (['other', 'unclassified'].includes(device.product.kind)) continue;
    const ledger = ledgers.get(device.driver) ?? {
      units: { ...EMPTY_LEDGER },
      claims: [],
    };
    for (const [ledgerClass, share] of sharesOf(device, options)) {
      ledger.units[ledgerClass] += share;
    }
    ledger.claims.push(...claimHoldings(device, options));
    ledgers.set(device.driver, ledger);
    const { product } = device.product;
    if (product) products.set(product, (products.get(product) ?? 0) + 1);
  }
  const [most] = [...products].sort(([, a], [, b]) => b - a);
  return {
    resources: [...ledgers].map(([driver, { units, claims }]) => ({
      resource: driver,
      kind: 'device',
      units,
      owned: Object.values(units).reduce((sum, share) => sum + share, 0),
      overheld: 0,
      devicesPerUnit: 1,
      claims,
    })),
    product: most?.[0],
  };
}

type Shares = ReadonlyArray<readonly [LedgerClass, number]>;

function sharesOf(
  device: PhysicalDevice,
  options: Parameters<typeof claimedLedgers>[0],
): Shares {
  switch (device.state) {
    case 'unknown':
      return [['unknown', 1]];
    // Claims hold it and nobody uses them: it is out of reach until somebody frees it.
    case 'leaked':
      return [['blocked', 1]];
    case 'tainted':
      return [['blocked', 1]];
    case 'free':
      return [[unheldClass(options), 1]];
    default:
      return heldShares(device, options);
  }
}

function heldShares(
  device: PhysicalDevice,
  options: Parameters<typeof claimedLedgers>[0],
): Shares {
  const { heldFraction = 1 } = device;
  return [
    [useOfDevice(device, options), heldFraction],
    [unheldClass(options), 1 - heldFraction],
  ];
}

function useOfDevice(
  { holders }: PhysicalDevice,
  { useOf }: Parameters<typeof claimedLedgers>[0],
): ClaimUse {
  const [use] = holders
    .map(useOf)
    .sort((a, b) => STRONGEST.indexOf(a) - STRONGEST.indexOf(b));
  return use ?? 'unmeasured';
}

/** What nobody uses is leaked, and what is not known to be complete is not known to be held. */
function claimHoldings(
  device: PhysicalDevice,
  options: Parameters<typeof claimedLedgers>[0],
): readonly ClaimHolding[] {
  if (device.state !== 'allocated') return [];
  const use = useOfDevice(device, options);
  return holderShares(device).map(({ holder, share }) => ({
    holder,
    use,
    units: share,
  }));
}

function unheldClass(options: {
  readonly state: NodeCondition;
  readonly podsObserved: boolean;
}): LedgerClass {
  if (!options.podsObserved || options.state === 'unknown') return 'unknown';
  return options.state === 'ready' ? 'usable' : 'blocked';
}
