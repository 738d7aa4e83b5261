import { z } from 'zod/v4';
import {
  EMPTY_LEDGER,
  LEDGER_CLASSES,
  type Ledger,
  type LedgerClass,
} from '../accounting';

/** Amounts by class; classes in which nothing is are left out. */
export const ledgerViewSchema = z.partialRecord(
  z.enum(LEDGER_CLASSES),
  z.number(),
);

/** @public */
export type LedgerView = z.infer<typeof ledgerViewSchema>;

/** A ledger as it is sent. @public */
export function ledgerView(ledger: Ledger): LedgerView {
  return Object.fromEntries(
    LEDGER_CLASSES.filter(ledgerClass => ledger[ledgerClass] !== 0).map(
      (ledgerClass): [LedgerClass, number] => [
        ledgerClass,
        ledger[ledgerClass],
      ],
    ),
  );
}

/** A ledger as it was sent. @public */
export function readLedgerView(view: LedgerView): Ledger {
  return { ...EMPTY_LEDGER, ...view };
}
