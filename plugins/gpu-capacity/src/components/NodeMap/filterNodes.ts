import {
  LEDGER_CLASSES,
  NODE_STATES,
  type LedgerClass,
  type NodeView,
} from '@fairway/plugin-gpu-capacity-common';

/** What is wanted of nodes; what is absent is not looked at. */
export interface NodeFilter {
  readonly state?: NodeView['state'];
  /** Nodes that have at least one unit of this class. */
  readonly ledgerClass?: LedgerClass;
  readonly product?: string;
  /** Part of the name, of the product or of a resource, whatever the case. */
  readonly text?: string;
}

/** The filter of some choices in the URL, of which those that say nothing are dropped. */
export function nodeFilter(choices: {
  readonly state?: string;
  readonly ledgerClass?: string;
  readonly product?: string;
  readonly text?: string;
}): NodeFilter {
  return {
    state: NODE_STATES.find(state => state === choices.state),
    ledgerClass: LEDGER_CLASSES.find(
      ledgerClass => ledgerClass === choices.ledgerClass,
    ),
    product: choices.product || undefined,
    text: choices.text?.trim().toLowerCase() || undefined,
  };
}

/** The nodes that a filter leaves, in their order. */
export function filterNodes(
  nodes: readonly NodeView[],
  filter: NodeFilter,
): readonly NodeView[] {
  const { state, ledgerClass, product, text } = filter;
  const rules: Array<(node: NodeView) => boolean> = [];
  if (state) rules.push(node => node.state === state);
  if (product) rules.push(node => node.product === product);
  if (ledgerClass) {
    rules.push(({ resources }) =>
      resources.some(({ units }) => (units[ledgerClass] ?? 0) > 0),
    );
  }
  if (text) {
    rules.push(node =>
      [
        node.name,
        node.product ?? '',
        ...node.resources.map(({ resource }) => resource),
      ].some(word => word.toLowerCase().includes(text)),
    );
  }
  return rules.length === 0
    ? nodes
    : nodes.filter(node => rules.every(isLeft => isLeft(node)));
}

/** The products of some nodes, by name. */
export function productsOf(nodes: readonly NodeView[]): readonly string[] {
  const products = nodes.flatMap(({ product }) => product ?? []);
  return [...new Set(products)].sort((a, b) => a.localeCompare(b));
}
