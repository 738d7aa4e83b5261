import type { AcceleratorKind } from '../accelerator';
import {
  EMPTY_LEDGER,
  addLedgers,
  freeOf,
  scaleLedger,
  type Ledger,
} from './ledgerClasses';
import type { NodeLedger, ResourceLedger } from './nodeLedger';

/**
 * One kind of unit in a pool: a product and the resource by which it is asked for.
 *
 * @public
 */
export interface AcceleratorGroup {
  /** Absent where no label of its nodes says it. */
  readonly product: string | undefined;
  readonly resource: string;
  readonly kind: AcceleratorKind;
  readonly nodes: number;
  /** In units of the resource. */
  readonly units: Ledger;
  readonly owned: number;
  /** Physical devices that the units are; absent where that is not known of every node. */
  readonly devices: number | undefined;
  /** Most units that one node has free: what a single pod can get at best. */
  readonly largestFree: number;
}

/**
 * The accelerators of several nodes.
 *
 * @public
 */
export interface PoolLedger {
  /** In physical devices. Parts of split devices that nobody can ask for are stranded. */
  readonly devices: Ledger;
  /** Units of which nothing says what share of a device they are: they are in no class of `devices`. */
  readonly uncounted: ReadonlyArray<{
    readonly resource: string;
    readonly units: number;
  }>;
  readonly groups: readonly AcceleratorGroup[];
}

/**
 * Adds up the ledgers of nodes.
 *
 * @public
 */
export function poolLedger(nodes: Iterable<NodeLedger>): PoolLedger {
  let devices = EMPTY_LEDGER;
  const uncounted = new Map<string, number>();
  const groups = new Map<string, AcceleratorGroup>();
  for (const node of nodes) {
    devices = addLedgers(devices, {
      ...EMPTY_LEDGER,
      stranded: node.unpartitioned,
    });
    for (const ledger of node.resources) {
      const { resource, units, owned, devicesPerUnit } = ledger;
      const isDevice =
        devicesPerUnit !== undefined && ledger.kind !== 'unclassified';
      if (isDevice) {
        devices = addLedgers(devices, scaleLedger(units, devicesPerUnit));
      } else {
        uncounted.set(resource, (uncounted.get(resource) ?? 0) + owned);
      }
      const key = `${node.product ?? ''}\0${resource}\0${ledger.kind}`;
      groups.set(key, joined(groups.get(key), node.product, ledger));
    }
  }
  return {
    devices,
    uncounted: [...uncounted].map(([resource, units]) => ({ resource, units })),
    groups: [...groups.values()].sort(
      (a, b) =>
        b.owned - a.owned ||
        (a.product ?? '').localeCompare(b.product ?? '') ||
        a.resource.localeCompare(b.resource),
    ),
  };
}

/**
 * Takes devices whose quota is reserved and whose pods are not there yet out of what is free: they are spoken for,
 * though no node holds them.
 *
 * @public
 */
export function withReservations(ledger: Ledger, reserved: number): Ledger {
  const fromUsable = Math.min(ledger.usable, Math.max(0, reserved));
  const fromStranded = Math.min(
    ledger.stranded,
    Math.max(0, reserved - fromUsable),
  );
  return {
    ...ledger,
    reserved: ledger.reserved + fromUsable + fromStranded,
    usable: ledger.usable - fromUsable,
    stranded: ledger.stranded - fromStranded,
  };
}

function joined(
  group: AcceleratorGroup | undefined,
  product: string | undefined,
  ledger: ResourceLedger,
): AcceleratorGroup {
  const { resource, kind, units, owned, devicesPerUnit } = ledger;
  const devices =
    devicesPerUnit === undefined ? undefined : owned * devicesPerUnit;
  return {
    product,
    resource,
    kind,
    nodes: (group?.nodes ?? 0) + 1,
    units: addLedgers(group?.units ?? EMPTY_LEDGER, units),
    owned: (group?.owned ?? 0) + owned,
    devices: group ? sumKnown(group.devices, devices) : devices,
    largestFree: Math.max(group?.largestFree ?? 0, freeOf(units)),
  };
}

function sumKnown(
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}
