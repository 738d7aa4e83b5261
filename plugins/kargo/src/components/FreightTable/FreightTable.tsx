import { Text } from '@backstage/ui';
import { FactTable, TimeAgo, type FactColumn } from '@fairway/platform-ui';
import type { FreightView } from '@fairway/plugin-kargo-common';

const SHORT_HASH = 7;

const columns: ReadonlyArray<FactColumn<FreightView>> = [
  { title: 'Version', render: item => item.version ?? 'unknown' },
  { title: 'Name', render: item => item.alias ?? item.name.slice(0, 7) },
  { title: 'Carries', render: item => <Contents freight={item} /> },
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
  /** How many there are, of which these are the newest. */
  readonly total: number;
}) {
  const { freight, project, total } = props;
  if (freight.length === 0) {
    return (
      <Text>
        The warehouse has found no freight yet. Freight appears when a version
        is published that its subscriptions match.
      </Text>
    );
  }
  return (
    <>
      <FactTable
        caption={`Freight of ${project}`}
        columns={columns}
        rows={freight}
        rowKey={item => item.name}
      />
      {total > freight.length && (
        <Text as="p" variant="body-small" color="secondary">
          The newest {freight.length} of {total}.
        </Text>
      )}
    </>
  );
}

function Contents(props: { readonly freight: FreightView }) {
  const { images, charts, commits, others } = props.freight.artifacts;
  const lines = [
    ...images.map(({ repoURL, tag, digest }) => `${repoURL}:${tag ?? digest}`),
    ...charts.map(({ repoURL, name, version }) =>
      [repoURL, name, version].filter(Boolean).join(' '),
    ),
    ...commits.map(({ repoURL, id, message }) =>
      [`${repoURL} ${id.slice(0, SHORT_HASH)}`, message]
        .filter(Boolean)
        .join(': '),
    ),
    ...others.map(({ artifactType, version }) =>
      [artifactType, version].filter(Boolean).join(' '),
    ),
  ];
  return (
    <>
      {lines.map(line => (
        <Text key={line} as="p" variant="body-small">
          {line}
        </Text>
      ))}
    </>
  );
}

function stages(names: readonly string[]): string {
  return names.length === 0 ? 'no stage' : names.join(', ');
}
