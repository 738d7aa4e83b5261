import { Text } from '@backstage/ui';
import { FactTable, StatusText, type FactColumn } from '@fairway/platform-ui';
import type {
  AdmissionWaitView,
  QueuesView,
} from '@fairway/plugin-gpu-capacity-common';

interface Row {
  readonly queue: string;
  readonly wait: AdmissionWaitView;
}

const COLUMNS: ReadonlyArray<FactColumn<Row>> = [
  { title: 'Queue', render: ({ queue }) => queue },
  { title: 'Priority', render: ({ wait }) => wait.priority ?? 'none' },
  {
    title: 'How long',
    render: ({ wait }) =>
      wait.median ? (
        wait.sentence
      ) : (
        <StatusText tone="unknown">{wait.sentence}</StatusText>
      ),
  },
];

/** How long workloads have waited until each queue admitted them, and by what that is known. */
export function WaitTable(props: {
  readonly queues: readonly QueuesView['clusterQueues'][number][];
  readonly known: NonNullable<QueuesView['waitsKnown']>;
}) {
  const { queues, known } = props;
  if (known.status === 'unknown') {
    return <StatusText tone="unknown">{known.sentence}</StatusText>;
  }
  const rows = queues.flatMap(({ name, waits = [] }) =>
    waits.map(wait => ({ queue: name, wait })),
  );
  return (
    <>
      <FactTable
        caption="How long workloads waited"
        columns={COLUMNS}
        rows={rows}
        rowKey={({ queue, wait }) => `${queue} ${wait.priority}`}
      />
      <Text as="p" variant="body-small" color="secondary">
        {known.sentence}
      </Text>
    </>
  );
}
