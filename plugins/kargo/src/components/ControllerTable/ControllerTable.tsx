import { Flex, Text } from '@backstage/ui';
import {
  FactTable,
  StatusText,
  TimeAgo,
  type FactColumn,
} from '@fairway/platform-ui';
import type { ControllerView } from '@fairway/plugin-kargo-common';
import { DiagnosisPanel } from '../DiagnosisPanel';
import { ARGO_CD_WORDING, CONTROLLER_WORDING } from '../wording';

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
  { title: 'Kargo', render: ({ version }) => version ?? 'unknown' },
  {
    title: 'Argo CD',
    render: ({ argoCd: { status, message } }) => {
      const { tone, word } = ARGO_CD_WORDING[status];
      return (
        <StatusText tone={tone}>
          {word}
          {message && `: ${message}`}
        </StatusText>
      );
    },
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
    <Flex direction="column" gap="4">
      <FactTable
        caption="Controllers"
        columns={columns}
        rows={controllers}
        rowKey={({ shard }) => shard ?? ''}
      />
      {controllers.map(
        ({ shard, diagnosis }) =>
          diagnosis && (
            <div key={shard ?? ''}>
              <Text as="h3" weight="bold">
                {shard ? `Shard ${shard}` : 'Default controller'}
              </Text>
              <DiagnosisPanel diagnosis={diagnosis} />
            </div>
          ),
      )}
    </Flex>
  );
}
