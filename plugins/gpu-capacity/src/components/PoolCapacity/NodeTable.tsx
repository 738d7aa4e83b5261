import { Text } from '@backstage/ui';
import { FactTable, StatusText, type FactColumn } from '@fairway/platform-ui';
import type { NodeView } from '@fairway/plugin-gpu-capacity-common';
import type { ReactNode } from 'react';
import { NODE_WORDING } from '../wording';

type Account = NodeView['resources'][number];

/** One resource of a node; a node without accelerators has none. */
interface Row {
  readonly node: NodeView;
  readonly account?: Account;
}

const HARDWARE: ReadonlyArray<FactColumn<Row>> = [
  { title: 'Node', render: ({ node }) => node.name },
  { title: 'State', render: ({ node }) => <State node={node} /> },
  {
    title: 'Product',
    render: ({ node }) =>
      node.product ?? <StatusText tone="unknown">unknown</StatusText>,
  },
  { title: 'Resource', render: ({ account }) => account?.resource ?? 'none' },
  {
    title: 'Registered',
    numeric: true,
    render: ({ account }) => account?.capacity,
  },
  {
    title: 'Allocatable',
    numeric: true,
    render: ({ account }) => account && <Allocatable account={account} />,
  },
];

const USE: ReadonlyArray<FactColumn<Row>> = [
  { title: 'Held', numeric: true, render: ({ account }) => account?.held },
  {
    title: 'Free',
    numeric: true,
    render: ({ account }) => account && <Free account={account} />,
  },
];

/** Nodes with what each has, holds and has free. */
export function NodeTable(props: {
  readonly nodes: readonly NodeView[];
  readonly podsObserved: boolean;
}) {
  const { nodes, podsObserved } = props;
  return (
    <FactTable
      caption="Nodes"
      columns={podsObserved ? [...HARDWARE, ...USE] : HARDWARE}
      rows={nodes.flatMap(rowsOf)}
      rowKey={({ node, account }) => `${node.name} ${account?.resource}`}
    />
  );
}

function rowsOf(node: NodeView): readonly Row[] {
  return node.resources.length === 0
    ? [{ node }]
    : node.resources.map(account => ({ node, account }));
}

function Allocatable(props: { readonly account: Account }) {
  const { allocatable, lost } = props.account;
  return (
    <>
      {allocatable}
      {lost > 0 && <Aside>{lost} lost</Aside>}
    </>
  );
}

/** On a node of unknown state nothing can be called free. */
function Free(props: { readonly account: Account }) {
  const { free, blocked, unknown } = props.account;
  return (
    <>
      {unknown > 0 ? 'unknown' : free}
      {blocked > 0 && <Aside>{blocked} blocked</Aside>}
      {unknown > 0 && <Aside>{unknown} not held</Aside>}
    </>
  );
}

function Aside(props: { readonly children: ReactNode }) {
  return (
    <Text as="p" variant="body-small" color="secondary">
      {props.children}
    </Text>
  );
}

function State(props: { readonly node: NodeView }) {
  const { state, reconfiguring } = props.node;
  const { tone, word } = NODE_WORDING[state];
  return (
    <>
      <StatusText tone={tone}>{word}</StatusText>
      {reconfiguring && (
        <div>
          <StatusText tone="busy">MIG layout is being changed</StatusText>
        </div>
      )}
    </>
  );
}
