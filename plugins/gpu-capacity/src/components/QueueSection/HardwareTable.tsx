import { Text } from '@backstage/ui';
import {
  FactTable,
  StatusText,
  type FactColumn,
  type Tone,
} from '@fairway/platform-ui';
import {
  amountText,
  enumerated,
  type QueuesView,
  type QuotaHardwareView,
} from '@fairway/plugin-gpu-capacity-common';

const TONES: Readonly<Record<QuotaHardwareView['verdict'], Tone>> = {
  equal: 'good',
  'promised-too-much': 'attention',
  'left-over': 'attention',
  'no-nodes': 'bad',
  'not-defined': 'bad',
};

const COLUMNS: ReadonlyArray<FactColumn<QuotaHardwareView>> = [
  { title: 'Flavor', render: ({ flavor }) => flavor },
  {
    title: 'Quota of all queues',
    numeric: true,
    render: ({ nominal, unlimited, resource }) => {
      if (unlimited) return 'no limit';
      return nominal === undefined ? 'unknown' : amountText(resource, nominal);
    },
  },
  {
    title: 'Can be used',
    numeric: true,
    render: ({ allocatable, resource }) => amountText(resource, allocatable),
  },
  { title: 'Nodes', numeric: true, render: ({ nodes }) => nodes },
  {
    title: 'What it says',
    render: ({ verdict, sentence, sharesNodesWith }) => (
      <>
        <StatusText tone={TONES[verdict]}>{sentence}</StatusText>
        {sharesNodesWith.length > 0 && (
          <Text as="p" variant="body-small" color="secondary">
            shares nodes with {enumerated(sharesNodesWith)}
          </Text>
        )}
      </>
    ),
  },
];

/** Whether quota promises what the hardware has. */
export function HardwareTable(props: {
  readonly queues: Pick<QueuesView, 'hardware' | 'flavorsWithoutNodes'>;
}) {
  const { hardware, flavorsWithoutNodes } = props.queues;
  return (
    <>
      {hardware.length > 0 && (
        <FactTable
          caption="Quota against hardware"
          columns={COLUMNS}
          rows={hardware}
          rowKey={({ flavor, resource }) => `${flavor} ${resource}`}
        />
      )}
      {flavorsWithoutNodes.length > 0 && (
        <StatusText tone="attention">
          No node has the labels of {enumerated(flavorsWithoutNodes)}.
        </StatusText>
      )}
    </>
  );
}
