/**
 * Where a device can be. Together the classes are all devices that are owned.
 *
 * @remarks
 * `busy`, `idle` and `unmeasured`: held by pods that have started; unmeasured ones report no metric, which is not idle.
 * `reserved`: spoken for and not started, by pods that are being started, that the scheduler makes room for, or whose
 * quota is reserved. `usable`: free, and some shape that is in use would fit. `stranded`: free, and none would. `blocked`:
 * not held, on a node that is cordoned, leaving or not ready. `lost`: registered and not allocatable. `unknown`: on a
 * node whose state is not known, or whose pods are not observed.
 *
 * @public
 */
export const LEDGER_CLASSES = [
  'busy',
  'idle',
  'unmeasured',
  'reserved',
  'usable',
  'stranded',
  'blocked',
  'lost',
  'unknown',
] as const;

/** @public */
export type LedgerClass = (typeof LEDGER_CLASSES)[number];

/** An amount for each class. @public */
export type Ledger = Readonly<Record<LedgerClass, number>>;

/** A ledger in which nothing is. @public */
export const EMPTY_LEDGER: Ledger = {
  busy: 0,
  idle: 0,
  unmeasured: 0,
  reserved: 0,
  usable: 0,
  stranded: 0,
  blocked: 0,
  lost: 0,
  unknown: 0,
};

/** Sum of two ledgers. @public */
export function addLedgers(a: Ledger, b: Ledger): Ledger {
  return mapLedger(ledgerClass => a[ledgerClass] + b[ledgerClass]);
}

/** A ledger times a number. @public */
export function scaleLedger(ledger: Ledger, factor: number): Ledger {
  return mapLedger(ledgerClass => ledger[ledgerClass] * factor);
}

/** All that is in a ledger. @public */
export function ledgerTotal(ledger: Ledger): number {
  return LEDGER_CLASSES.reduce(
    (sum, ledgerClass) => sum + ledger[ledgerClass],
    0,
  );
}

/** What is held by pods that have started. @public */
export function heldOf(ledger: Ledger): number {
  return ledger.busy + ledger.idle + ledger.unmeasured;
}

/** What nobody holds, on nodes that take pods. @public */
export function freeOf(ledger: Ledger): number {
  return ledger.usable + ledger.stranded;
}

function mapLedger(amountOf: (ledgerClass: LedgerClass) => number): Ledger {
  return {
    busy: amountOf('busy'),
    idle: amountOf('idle'),
    unmeasured: amountOf('unmeasured'),
    reserved: amountOf('reserved'),
    usable: amountOf('usable'),
    stranded: amountOf('stranded'),
    blocked: amountOf('blocked'),
    lost: amountOf('lost'),
    unknown: amountOf('unknown'),
  };
}
