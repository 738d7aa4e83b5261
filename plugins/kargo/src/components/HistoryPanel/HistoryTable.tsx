import { Button, Flex, Text } from '@backstage/ui';
import {
  FactTable,
  StatusText,
  TimeAgo,
  type FactColumn,
} from '@fairway/platform-ui';
import type { HistoryItem, HistoryPage } from '@fairway/plugin-kargo-common';

const columns: ReadonlyArray<FactColumn<HistoryItem>> = [
  {
    title: 'When',
    render: ({ entry }) => (
      <>
        <TimeAgo time={entry.at} />
        {entry.timeBasis === 'observed' && (
          <Text as="p" variant="body-small" color="secondary">
            noticed then
          </Text>
        )}
      </>
    ),
  },
  { title: 'What', render: ({ summary }) => summary },
  { title: 'Stage', render: ({ entry }) => entry.stage },
  { title: 'Version', render: ({ entry }) => entry.version },
  { title: 'Why', render: ({ entry }) => entry.reason },
  {
    title: 'Way',
    render: ({ entry }) =>
      entry.bypass ? (
        <StatusText tone="attention">
          around the portal
          {entry.bypass.detail && `: ${entry.bypass.detail}`}
        </StatusText>
      ) : (
        entry.path
      ),
  },
];

/** Entries of the ledger. */
export function HistoryTable(props: {
  readonly page: HistoryPage;
  readonly onMore: () => void;
}) {
  const { page, onMore } = props;
  const { items, next, total } = page;
  if (items.length === 0) {
    return (
      <Text>
        Nothing is recorded yet. The history begins when this plugin is
        installed, and takes in what Kargo still has.
      </Text>
    );
  }
  return (
    <>
      <FactTable
        caption="What happened"
        columns={columns}
        rows={items}
        rowKey={({ entry }) => entry.id}
      />
      <Flex align="center" gap="3">
        <Text variant="body-small" color="secondary">
          {items.length} of {total}
        </Text>
        {next && (
          <Button variant="secondary" size="small" onPress={onMore}>
            Show more
          </Button>
        )}
      </Flex>
    </>
  );
}
