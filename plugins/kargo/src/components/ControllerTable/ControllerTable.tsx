import { Text } from '@backstage/ui';
import {
  FactTable,
  StatusText,
  TimeAgo,
  type FactColumn,
} from '@fairway/platform-ui';
import type { ControllerView } from '@fairway/plugin-kargo-common';
import { CONTROLLER_WORDING } from '../wording';

const columns: ReadonlyArray<FactColumn<ControllerView>> = [
  { title: 'Shard', render: ({ shard }) => shard ?? 'default' },
  {
    title: 'Controller',
    render: ({ status, reason }) => {
      const { tone, word } = CONTROLLER_WORDING[status];
      return (
        <StatusText tone={tone}>
          {word}
          {reason && `: ${reason}`}
        </StatusText>
      );
    },
  },
  {
    title: 'Last sign of life',
    render: ({ heardAt }) => (heardAt ? <TimeAgo time={heardAt} /> : 'unknown'),
  },
  { title: 'Stages', render: ({ stages }) => stages, numeric: true },
];

/** Who works on the stages. It says nothing about the health of what runs in them. */
export function ControllerTable(props: {
  readonly controllers: readonly ControllerView[];
}) {
  const { controllers } = props;
  if (controllers.length === 0) {
    return (
      <Text>
        No controller has a heartbeat here. Kargo has them since version 1.10.
      </Text>
    );
  }
  return (
    <FactTable
      caption="Controllers"
      columns={columns}
      rows={controllers}
      rowKey={({ shard }) => shard ?? ''}
    />
  );
}
