import { Text } from '@backstage/ui';
import { FactTable } from '@fairway/platform-ui';
import type { FitView } from '@fairway/plugin-gpu-capacity-common';
import styles from './FitBox.module.css';

type Reason = FitView['reasons'][number];

const COLUMNS = [
  {
    title: 'Reason',
    render: ({ reason }: Reason) => <code>{reason}</code>,
  },
  { title: 'Nodes', numeric: true, render: ({ nodes }: Reason) => nodes },
];

/** Why nodes do not take it, as the scheduler words it. */
export function FitReasons(props: { readonly fit: FitView }) {
  const { reasons, message } = props.fit;
  if (reasons.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>Why the other nodes do not, as the scheduler says it</summary>
      <FactTable
        caption="Why nodes do not take it"
        columns={COLUMNS}
        rows={reasons}
        rowKey={({ reason }) => reason}
      />
      {message && (
        <Text as="p" variant="body-small" className={styles.message}>
          <code>{message}</code>
        </Text>
      )}
    </details>
  );
}
