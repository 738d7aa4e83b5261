import {
  LEDGER_CLASSES,
  type LedgerView,
} from '@fairway/plugin-gpu-capacity-common';
import { LEDGER_WORDING } from './wording';

const AMOUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** Where units are: `4 busy, 1 lost`. */
export function ledgerWords(ledger: LedgerView): string {
  const words = LEDGER_CLASSES.filter(
    ledgerClass => (ledger[ledgerClass] ?? 0) > 0,
  ).map(
    ledgerClass =>
      `${AMOUNT.format(ledger[ledgerClass] ?? 0)} ${
        LEDGER_WORDING[ledgerClass].word
      }`,
  );
  return words.length === 0 ? 'none' : words.join(', ');
}
