import { Text } from '@backstage/ui';
import { FactTable, StatusText, type FactColumn } from '@fairway/platform-ui';
import type { DomainSlots } from './fitWording';

/** What each domain takes alone: all pods must be within one. */
export function DomainTable(props: {
  readonly domains: readonly DomainSlots[];
  readonly replicas: number;
}) {
  const { domains, replicas } = props;
  if (domains.length === 0) {
    return <Text as="p">No node has that label.</Text>;
  }
  const columns: ReadonlyArray<FactColumn<DomainSlots>> = [
    { title: 'Within', render: ({ domain }) => domain },
    { title: 'Pods', numeric: true, render: ({ slots }) => slots },
    {
      title: 'Takes all',
      render: ({ slots }) =>
        slots >= replicas ? (
          <StatusText tone="good">yes</StatusText>
        ) : (
          <StatusText tone="attention">no</StatusText>
        ),
    },
  ];
  return (
    <FactTable
      caption="What fits within one domain"
      columns={columns}
      rows={domains}
      rowKey={({ domain }) => domain}
    />
  );
}
