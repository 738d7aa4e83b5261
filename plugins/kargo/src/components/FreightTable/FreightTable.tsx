import { Text } from '@backstage/ui';
import { FactTable, TimeAgo, type FactColumn } from '@fairway/platform-ui';
import type { FreightView } from '@fairway/plugin-kargo-common';

const columns: ReadonlyArray<FactColumn<FreightView>> = [
  { title: 'Version', render: item => item.version ?? 'unknown' },
  { title: 'Name', render: item => item.alias ?? item.name.slice(0, 7) },
  {
    title: 'Found',
    render: ({ discoveredAt }) =>
      discoveredAt ? <TimeAgo time={discoveredAt} /> : 'unknown',
  },
  { title: 'Is in', render: item => stages(item.currentlyIn) },
  { title: 'Verified in', render: item => stages(item.verifiedIn) },
  { title: 'Approved for', render: item => stages(item.approvedFor) },
];

/** What can be promoted, the newest first, and how far each has come. */
export function FreightTable(props: {
  readonly freight: readonly FreightView[];
  readonly project: string;
}) {
  const { freight, project } = props;
  if (freight.length === 0) {
    return (
      <Text>
        The warehouse has found no freight yet. Freight appears when a version
        is published that its subscriptions match.
      </Text>
    );
  }
  return (
    <FactTable
      caption={`Freight of ${project}`}
      columns={columns}
      rows={freight}
      rowKey={item => item.name}
    />
  );
}

function stages(names: readonly string[]): string {
  return names.length === 0 ? 'no stage' : names.join(', ');
}
