import { FactTable, StatusText, type FactColumn } from '@fairway/platform-ui';
import {
  freeOf,
  productName,
  readLedgerView,
  type NodeView,
} from '@fairway/plugin-gpu-capacity-common';
import { useMemo } from 'react';
import { ledgerWords } from '../ledgerWords';
import { NODE_WORDING } from '../wording';

type Account = NodeView['resources'][number];

/** One resource of a node; a node without accelerators has none. */
interface Row {
  readonly node: NodeView;
  readonly account?: Account;
}

const NODE: ReadonlyArray<FactColumn<Row>> = [
  { title: 'Node', render: ({ node }) => node.name },
  {
    title: 'State',
    render: ({ node: { state } }) => (
      <StatusText tone={NODE_WORDING[state].tone}>
        {NODE_WORDING[state].word}
      </StatusText>
    ),
  },
  {
    title: 'Product',
    render: ({ node }) =>
      node.product === undefined ? (
        <StatusText tone="unknown">unknown</StatusText>
      ) : (
        productName(node.product)
      ),
  },
];

const ACCOUNT: ReadonlyArray<FactColumn<Row>> = [
  { title: 'Resource', render: ({ account }) => account?.resource ?? 'none' },
  { title: 'Units', numeric: true, render: ({ account }) => account?.owned },
  {
    title: 'Free',
    numeric: true,
    render: ({ account }) => account && freeText(account),
  },
  {
    title: 'Where they are',
    render: ({ account }) => account && <Place account={account} />,
  },
];

const COLUMNS = [...NODE, ...ACCOUNT];

/** Nodes with what each has, and where it is: the twin of the map. */
export function NodeTable(props: { readonly nodes: readonly NodeView[] }) {
  const { nodes } = props;
  const rows = useMemo(() => nodes.flatMap(rowsOf), [nodes]);
  return (
    <FactTable
      caption="Nodes"
      columns={COLUMNS}
      rows={rows}
      rowKey={({ node, account }) => `${node.name} ${account?.resource}`}
    />
  );
}

/** What one node has. */
export function NodeAccounts(props: { readonly node: NodeView }) {
  const { node } = props;
  return (
    <FactTable
      caption={`What ${node.name} has`}
      columns={ACCOUNT}
      rows={rowsOf(node)}
      rowKey={({ account }) => `${account?.resource}`}
    />
  );
}

function rowsOf(node: NodeView): readonly Row[] {
  return node.resources.length === 0
    ? [{ node }]
    : node.resources.map(account => ({ node, account }));
}

/** Where nothing is known of units, none of them can be called free. */
function freeText({ units }: Account): number | string {
  const free = freeOf(readLedgerView(units));
  return free === 0 && (units.unknown ?? 0) > 0 ? 'unknown' : free;
}

function Place(props: { readonly account: Account }) {
  const { units, overheld } = props.account;
  return (
    <>
      {ledgerWords(units)}
      {overheld !== undefined && (
        <div>
          <StatusText tone="attention">
            {overheld} more held than it has
          </StatusText>
        </div>
      )}
    </>
  );
}
