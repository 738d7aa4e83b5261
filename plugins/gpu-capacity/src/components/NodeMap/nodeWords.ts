import {
  productName,
  type NodeView,
} from '@fairway/plugin-gpu-capacity-common';
import { ledgerWords } from '../ledgerWords';
import { NODE_WORDING } from '../wording';

/** A node in one line, for who does not see the map. It begins with what is to be seen, as speech control needs it. */
export function nodeWords(node: NodeView): string {
  const { name, state, product, resources } = node;
  return [
    `${name} ${NODE_WORDING[state].word}`,
    productName(product),
    ...resources.map(
      ({ resource, units }) => `${resource}: ${ledgerWords(units)}`,
    ),
  ].join('; ');
}
