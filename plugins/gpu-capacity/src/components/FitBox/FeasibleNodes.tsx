import { Text } from '@backstage/ui';
import { FactTable, StatusText } from '@fairway/platform-ui';
import { counted, type FitView } from '@fairway/plugin-gpu-capacity-common';
import styles from './FitBox.module.css';

type NodeSlots = FitView['feasible'][number];

const COLUMNS = [
  { title: 'Node', render: ({ node }: NodeSlots) => node },
  { title: 'Pods', numeric: true, render: ({ slots }: NodeSlots) => slots },
];

/** Nodes that take some of the pods, and of how many it cannot be said. */
export function FeasibleNodes(props: { readonly fit: FitView }) {
  const { feasible, feasibleNodes, unknownNodes } = props.fit;
  const hidden = feasibleNodes - feasible.length;
  return (
    <>
      {feasible.length > 0 && (
        <details className={styles.details}>
          <summary>
            {counted(feasibleNodes, 'node takes', 'nodes take')} at least one
          </summary>
          <FactTable
            caption="Nodes that take pods"
            columns={COLUMNS}
            rows={feasible}
            rowKey={({ node }) => node}
          />
          {hidden > 0 && (
            <Text as="p" variant="body-small" color="secondary">
              and {hidden} more
            </Text>
          )}
        </details>
      )}
      {unknownNodes > 0 && (
        <StatusText tone="unknown">
          Of {counted(unknownNodes, 'node', 'nodes')} it cannot be said
        </StatusText>
      )}
    </>
  );
}
