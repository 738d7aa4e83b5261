import {
  LEDGER_CLASSES,
  productName,
  type LedgerView,
  type NodeView,
} from '@fairway/plugin-gpu-capacity-common';
import { LEDGER_WORDING, NODE_WORDING } from '../wording';

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

/** A node in one line, for who does not see the map. */
export function nodeWords(node: NodeView): string {
  const { name, state, product, resources } = node;
  return [
    `${name}: ${NODE_WORDING[state].word.toLowerCase()}`,
    productName(product),
    ...resources.map(
      ({ resource, units }) => `${resource}: ${ledgerWords(units)}`,
    ),
  ].join('; ');
}
