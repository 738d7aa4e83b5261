import { Text } from '@backstage/ui';
import { formatDuration } from '@fairway/observation';
import { FactTable, StatusText, TimeAgo } from '@fairway/platform-ui';
import type { Scorecard } from '@fairway/plugin-platform-scorecard-common';
import { Section } from '../Section';

type Source = Scorecard['sources'][number];

const COLUMNS = [
  {
    title: 'Source',
    render: ({ source, synthetic }: Source) =>
      synthetic ? `${source} (demo data)` : source,
  },
  { title: 'State', render: (source: Source) => <State source={source} /> },
  {
    title: 'Facts',
    numeric: true,
    render: ({ facts, unknownKinds }: Source) =>
      unknownKinds === 0
        ? facts
        : `${facts}, of which ${unknownKinds} of an unknown kind are not counted`,
  },
  {
    title: 'Newest fact',
    render: ({ lastFactAt }: Source) =>
      lastFactAt ? <TimeAgo time={lastFactAt} /> : 'none yet',
  },
  {
    title: 'Last read',
    render: ({ poll }: Source) => {
      if (!poll) {
        return 'sends by itself';
      }
      return poll.lastOkAt ? <TimeAgo time={poll.lastOkAt} /> : 'never';
    },
  },
  {
    title: 'Lag',
    numeric: true,
    render: ({ poll }: Source) => {
      if (!poll) {
        return 'not polled';
      }
      return poll.lagSeconds === undefined
        ? 'unknown'
        : formatDuration(poll.lagSeconds);
    },
  },
];

/** Who tells the scorecard what, how much, and how current it is. */
export function SourceHealth(props: { readonly sources: readonly Source[] }) {
  const { sources } = props;
  return (
    <Section title="Sources">
      {sources.length === 0 ? (
        <Text as="p">
          Nothing is polled and nobody has sent a fact. Switch a source on under
          platformScorecard.sources, or send facts to the API.
        </Text>
      ) : (
        <FactTable
          caption="Sources of facts"
          columns={COLUMNS}
          rows={sources}
          rowKey={({ source }) => source}
        />
      )}
    </Section>
  );
}

function State(props: { readonly source: Source }) {
  const { poll } = props.source;
  if (!poll) {
    return <StatusText tone="good">received</StatusText>;
  }
  if (poll.error) {
    return <StatusText tone="bad">failed: {poll.error}</StatusText>;
  }
  if (poll.partial) {
    return <StatusText tone="attention">in part: {poll.partial}</StatusText>;
  }
  return poll.lastOkAt ? (
    <StatusText tone="good">read</StatusText>
  ) : (
    <StatusText tone="busy">not read yet</StatusText>
  );
}
