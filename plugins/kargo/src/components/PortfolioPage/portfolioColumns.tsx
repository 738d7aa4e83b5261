import { Link, Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { StatusText, TimeAgo, type FactColumn } from '@fairway/platform-ui';
import type { PortfolioItem, StageCounts } from '@fairway/plugin-kargo-common';
import { STATE_WORDING } from './portfolioWording';

/** How stages are counted in words, the worst first. */
const TONES: ReadonlyArray<readonly [keyof StageCounts, string]> = [
  ['bad', 'bad'],
  ['attention', 'to look at'],
  ['busy', 'busy'],
  ['unknown', 'unknown'],
  ['good', 'good'],
];

/** The columns of the portfolio. */
export function portfolioColumns(
  promotionsPath: (entityRef: string) => string,
): ReadonlyArray<FactColumn<PortfolioItem>> {
  return [
    {
      title: 'Project',
      render: item => <Project item={item} promotionsPath={promotionsPath} />,
    },
    { title: 'State', render: item => <State item={item} /> },
    {
      title: 'Since',
      render: ({ since, state }) =>
        since ? <TimeAgo time={since} /> : state !== 'steady' && 'unknown',
    },
    { title: 'Newest', render: ({ newestVersion }) => newestVersion ?? 'none' },
    {
      title: 'In production',
      render: ({ productionVersions }) =>
        productionVersions.join(', ') || 'none',
    },
    { title: 'Stages', render: ({ stages }) => countedStages(stages) },
    { title: 'Risk class', render: item => <RiskClass item={item} /> },
    { title: 'Owner', render: item => <Owner item={item} /> },
  ];
}

function Project(props: {
  readonly item: PortfolioItem;
  readonly promotionsPath: (entityRef: string) => string;
}) {
  const { item, promotionsPath } = props;
  const { controlPlane, project, title, entityRef, shards } = item;
  const place = [
    project !== title && project,
    controlPlane && `on ${controlPlane.title ?? controlPlane.name}`,
    shards.some(shard => shard !== 'default') && `shards ${shards.join(', ')}`,
  ];
  return (
    <>
      <Link href={promotionsPath(entityRef)}>{title}</Link>
      <Text as="p" variant="body-small" color="secondary">
        {place.filter(Boolean).join(', ')}
      </Text>
    </>
  );
}

function State(props: { readonly item: PortfolioItem }) {
  const { state, reason, moreReasons } = props.item;
  const { tone, word } = STATE_WORDING[state];
  return (
    <>
      <StatusText tone={tone}>{word}</StatusText>
      {state !== 'steady' && (
        <Text as="p" variant="body-small">
          {reason}
          {moreReasons ? ` And ${moreReasons} more.` : ''}
        </Text>
      )}
    </>
  );
}

function RiskClass(props: { readonly item: PortfolioItem }) {
  const { riskClass, riskClassAssumed } = props.item;
  if (!riskClass) return null;
  return (
    <>
      {riskClass}
      {riskClassAssumed && (
        <Text as="p" variant="body-small" color="secondary">
          assumed: nobody has set it
        </Text>
      )}
    </>
  );
}

function Owner(props: { readonly item: PortfolioItem }) {
  const { owner, system } = props.item;
  return (
    <>
      {owner ? <EntityRefLink entityRef={owner} /> : 'none'}
      {system && (
        <Text as="p" variant="body-small">
          <EntityRefLink entityRef={system} />
        </Text>
      )}
    </>
  );
}

function countedStages(stages: StageCounts): string {
  return TONES.filter(([tone]) => stages[tone] > 0)
    .map(([tone, word]) => `${stages[tone]} ${word}`)
    .join(', ');
}
