import { FactTable, StatusText, type FactColumn } from '@fairway/platform-ui';
import type { NodeView } from '@fairway/plugin-gpu-capacity-common';
import { NODE_WORDING } from '../wording';

type Account = NodeView['resources'][number];

/** Nodes with what each has, holds and has free. */
export function NodeTable(props: {
  readonly nodes: readonly NodeView[];
  readonly podsObserved: boolean;
}) {
  const { nodes, podsObserved } = props;
  return (
    <FactTable
      caption="Nodes"
      columns={columns(podsObserved)}
      rows={nodes}
      rowKey={node => node.name}
    />
  );
}

function columns(podsObserved: boolean): ReadonlyArray<FactColumn<NodeView>> {
  const number = (title: string, pick: (account: Account) => number) => ({
    title,
    numeric: true,
    render: (node: NodeView) => (
      <>
        {node.resources.map(account => (
          <div key={account.resource}>{pick(account)}</div>
        ))}
      </>
    ),
  });
  return [
    { title: 'Node', render: node => node.name },
    { title: 'State', render: node => <State node={node} /> },
    { title: 'Product', render: node => node.product ?? 'unknown' },
    {
      title: 'Resource',
      render: node => (
        <>
          {node.resources.map(({ resource }) => (
            <div key={resource}>{resource}</div>
          ))}
        </>
      ),
    },
    number('Allocatable', account => account.allocatable),
    ...(podsObserved
      ? [
          number('Held', account => account.held),
          number('Free', account => account.free),
        ]
      : []),
    number('Lost', account => account.lost),
  ];
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
