import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { formatDuration } from '@fairway/observation';
import { FactTable, type FactColumn } from '@fairway/platform-ui';
import {
  counted,
  type PendingWorkloadView,
  type QueuesView,
} from '@fairway/plugin-gpu-capacity-common';

const COLUMNS: ReadonlyArray<FactColumn<PendingWorkloadView>> = [
  { title: 'Who', render: workload => <Who workload={workload} /> },
  { title: 'Queue', render: ({ queue }) => queue ?? 'not known' },
  { title: 'Asks for', render: ({ request }) => request },
  {
    title: 'Why it waits',
    render: ({ reason, ahead }) => (
      <>
        {reason}
        {ahead && (
          <Text as="p" variant="body-small" color="secondary">
            {ahead}
          </Text>
        )}
      </>
    ),
  },
  {
    title: 'Waits for',
    numeric: true,
    render: ({ waitedSeconds }) =>
      waitedSeconds === undefined ? 'not known' : formatDuration(waitedSeconds),
  },
  {
    title: 'Place',
    numeric: true,
    render: ({ position }) => position ?? 'not known',
  },
];

/** Who waits for admission, and why, in the order of the queues. */
export function PendingWorkloads(props: {
  readonly pending: QueuesView['pending'];
}) {
  const { total, items, unordered } = props.pending;
  const hidden = (total ?? items.length) - items.length;
  return (
    <>
      {unordered && (
        <Text as="p" variant="body-small" color="secondary">
          {unordered}
        </Text>
      )}
      {items.length > 0 ? (
        <FactTable
          caption="Workloads that wait"
          columns={COLUMNS}
          rows={items}
          rowKey={({ namespace, name }, index) =>
            name === undefined ? String(index) : `${namespace}/${name}`
          }
        />
      ) : (
        <Text as="p">
          {total === 0
            ? 'No workload waits for admission.'
            : 'Who waits is not known.'}
        </Text>
      )}
      {hidden > 0 && items.length > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          and {hidden} more
        </Text>
      )}
    </>
  );
}

/** Why one workload waits, in sentences. */
export function WaitingText(props: { readonly workload: PendingWorkloadView }) {
  const { reason, ahead, position, waitedSeconds } = props.workload;
  return (
    <>
      Waits for admission
      {waitedSeconds !== undefined && ` for ${formatDuration(waitedSeconds)}`}
      {position !== undefined && `, at place ${position}`}: {reason}
      {ahead && ` ${ahead}`}
    </>
  );
}

function Who(props: { readonly workload: PendingWorkloadView }) {
  const { kind, namespace, name, entityRef } = props.workload;
  const component = entityRef && <EntityRefLink entityRef={entityRef} />;
  if (name === undefined) {
    return component ? (
      <>a workload of {component}</>
    ) : (
      <>a workload of another team</>
    );
  }
  return (
    <>
      {kind} {namespace}/{name}
      {component && <> of {component}</>}
    </>
  );
}

/** How many wait, for the name of a tab. */
export function waitingWords({ total, items }: QueuesView['pending']): string {
  return counted(total ?? items.length, 'workload waits', 'workloads wait');
}
