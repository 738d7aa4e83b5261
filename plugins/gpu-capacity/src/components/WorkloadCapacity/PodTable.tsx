import { FactTable, StatusText, type FactColumn } from '@fairway/platform-ui';
import { productName, type PodView } from '@fairway/plugin-gpu-capacity-common';
import { HOLDING_WORDING } from '../wording';
import { devicesText } from './DemandCard';

const COLUMNS: ReadonlyArray<FactColumn<PodView>> = [
  { title: 'Pod', render: pod => pod.name },
  { title: 'Namespace', render: pod => `${pod.namespace} on ${pod.cluster}` },
  { title: 'State', render: pod => <State pod={pod} /> },
  { title: 'Node', render: pod => pod.node ?? 'none yet' },
  {
    title: 'Product',
    render: ({ product, node }) => {
      if (product !== undefined) return productName(product);
      return node === undefined ? (
        'none yet'
      ) : (
        <StatusText tone="unknown">unknown</StatusText>
      );
    },
  },
  {
    title: 'Accelerators',
    render: ({ accelerators }) => devicesText(accelerators),
  },
];

/** The pods of a component that the reader may know, and why some wait. */
export function PodTable(props: { readonly pods: readonly PodView[] }) {
  return (
    <FactTable
      caption="Pods with accelerators"
      columns={COLUMNS}
      rows={props.pods}
      rowKey={pod => `${pod.cluster}/${pod.namespace}/${pod.name}`}
    />
  );
}

function State(props: { readonly pod: PodView }) {
  const { holding, waste, pending } = props.pod;
  const { tone, word } = HOLDING_WORDING[holding];
  return (
    <>
      <StatusText tone={tone}>{word}</StatusText>
      {pending && <div>{pending}</div>}
      {waste && (
        <div>
          <StatusText tone="attention">cannot run: {waste}</StatusText>
        </div>
      )}
    </>
  );
}
