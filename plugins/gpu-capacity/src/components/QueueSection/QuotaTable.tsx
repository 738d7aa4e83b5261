import { Text } from '@backstage/ui';
import { FactTable, StatusText, type FactColumn } from '@fairway/platform-ui';
import {
  amountText,
  type ClusterQueueView,
  type QuotaRowView,
} from '@fairway/plugin-gpu-capacity-common';
import type { ReactNode } from 'react';

interface Row {
  readonly queue: ClusterQueueView;
  /** Absent where the queue has no quota for what the page is about. */
  readonly quota?: QuotaRowView;
}

type Endless = NonNullable<QuotaRowView['unlimited']>[number];

const COLUMNS: ReadonlyArray<FactColumn<Row>> = [
  { title: 'Queue', render: ({ queue }) => <Queue queue={queue} /> },
  { title: 'Flavor', render: ({ quota }) => quota?.flavor ?? 'none' },
  column('Own share', 'nominal'),
  {
    title: 'Held',
    numeric: true,
    render: ({ quota }) => quota && <Held quota={quota} />,
  },
  {
    title: 'Borrowed',
    numeric: true,
    render: ({ quota }) => quota && amount(quota, quota.borrowed),
  },
  {
    title: 'Lent to others',
    numeric: true,
    render: ({ quota }) => quota && lentText(quota),
  },
  column('May still take', 'available'),
];

/** What each queue has, holds, borrows and lends. */
export function QuotaTable(props: {
  readonly queues: readonly ClusterQueueView[];
}) {
  return (
    <FactTable
      caption="Quota of the queues"
      columns={COLUMNS}
      rows={props.queues.flatMap(rowsOf)}
      rowKey={({ queue, quota }) =>
        `${queue.name} ${quota?.flavor} ${quota?.resource}`
      }
    />
  );
}

function column(title: string, field: Endless): FactColumn<Row> {
  return {
    title,
    numeric: true,
    render: ({ quota }) => quota && limited(quota, field),
  };
}

function rowsOf(queue: ClusterQueueView): readonly Row[] {
  return queue.rows.length === 0
    ? [{ queue }]
    : queue.rows.map(quota => ({ queue, quota }));
}

function limited(quota: QuotaRowView, field: Endless): ReactNode {
  return quota.unlimited?.includes(field)
    ? 'no limit'
    : amount(quota, quota[field]);
}

/** An amount that is absent is unknown, and not zero. */
function amount(quota: QuotaRowView, value: number | undefined): ReactNode {
  return value === undefined ? (
    <StatusText tone="unknown">
      <span title={quota.unknown}>unknown</span>
    </StatusText>
  ) : (
    amountText(quota.resource, value)
  );
}

function lentText({ lent, resource }: QuotaRowView): ReactNode {
  if (lent === undefined) return 'unknown';
  const { atLeast, atMost } = lent;
  return atLeast === atMost
    ? amountText(resource, atLeast)
    : `${atLeast} to ${amountText(resource, atMost)}`;
}

function Held(props: { readonly quota: QuotaRowView }) {
  const { quota } = props;
  const { overAdmitted, unknown, reserved } = quota;
  return (
    <>
      {amount(quota, reserved)}
      {overAdmitted !== undefined && overAdmitted > 0 && (
        <div>
          <StatusText tone="bad">
            {amountText(quota.resource, overAdmitted)} more than there is
          </StatusText>
        </div>
      )}
      {unknown && (
        <Text as="p" variant="body-small" color="secondary">
          {unknown}
        </Text>
      )}
    </>
  );
}

function Queue(props: { readonly queue: ClusterQueueView }) {
  const { name, cohort, rootCohort, closed, pending } = props.queue;
  return (
    <>
      {name}
      {cohort && (
        <Text as="p" variant="body-small" color="secondary">
          cohort {cohort}
          {rootCohort && rootCohort !== cohort && ` in ${rootCohort}`}
        </Text>
      )}
      {pending !== undefined && pending > 0 && (
        <div>
          <StatusText tone="busy">
            {pending} {pending === 1 ? 'waits' : 'wait'}
          </StatusText>
        </div>
      )}
      {closed && (
        <div>
          <StatusText tone="bad">{closed}</StatusText>
        </div>
      )}
    </>
  );
}
