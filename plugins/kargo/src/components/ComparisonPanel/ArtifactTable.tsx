import { Link, Text } from '@backstage/ui';
import { FactTable, StatusText, type FactColumn } from '@fairway/platform-ui';
import type { ArtifactChange } from '@fairway/plugin-kargo-common';
import { CHANGE_WORDING } from '../wording';

const columns: ReadonlyArray<FactColumn<ArtifactChange>> = [
  { title: 'Artifact', render: ({ name }) => name },
  { title: 'Type', render: ({ type }) => type },
  {
    title: 'Change',
    render: ({ change }) => {
      const { tone, word } = CHANGE_WORDING[change];
      return <StatusText tone={tone}>{word}</StatusText>;
    },
  },
  {
    title: 'From',
    render: ({ from, fromId }) => <Version name={from} id={fromId} />,
  },
  { title: 'To', render: ({ to, toId }) => <Version name={to} id={toId} /> },
  {
    title: 'Between',
    render: ({ url }) =>
      url && (
        <Link href={url} target="_blank">
          Commits
        </Link>
      ),
  },
];

/** Artifacts on both sides of a comparison. */
export function ArtifactTable(props: {
  readonly changes: readonly ArtifactChange[];
}) {
  const { changes } = props;
  if (changes.length === 0) return null;
  return (
    <FactTable
      caption="Artifacts that are compared"
      columns={columns}
      rows={changes}
      rowKey={({ type, name }) => `${type} ${name}`}
    />
  );
}

const SHORT_ID = 19;

function Version(props: { readonly name?: string; readonly id?: string }) {
  const { name, id } = props;
  return (
    <>
      {name}
      {id && id !== name && (
        <Text as="p" variant="body-small" color="secondary" title={id}>
          {id.length > SHORT_ID ? `${id.slice(0, SHORT_ID)}…` : id}
        </Text>
      )}
    </>
  );
}
