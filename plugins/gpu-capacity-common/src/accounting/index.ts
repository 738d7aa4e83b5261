export {
  claimedLedgers,
  type ClaimHolding,
  type ClaimUse,
  type ClaimedLedgers,
} from './claimedLedgers';
export {
  EMPTY_LEDGER,
  LEDGER_CLASSES,
  addLedgers,
  freeOf,
  heldOf,
  ledgerTotal,
  scaleLedger,
  type Ledger,
  type LedgerClass,
} from './ledgerClasses';
export {
  nodeLedger,
  type LedgerContext,
  type LedgerNote,
  type NodeLedger,
  type HeldUse,
  type ResourceLedger,
} from './nodeLedger';
export {
  poolLedger,
  withReservations,
  type AcceleratorGroup,
  type PoolLedger,
} from './poolLedger';
