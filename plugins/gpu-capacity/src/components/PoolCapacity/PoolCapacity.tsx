import { Flex, Grid, Text } from '@backstage/ui';
import { DataAge } from '@fairway/platform-ui';
import {
  amountText,
  enumerated,
  type PoolCapacity as Pool,
} from '@fairway/plugin-gpu-capacity-common';
import { ExplainedLedger } from '../LedgerBar';
import { MoveBox } from '../MoveBox';
import { Section } from '../Section';
import { GroupCard } from './GroupCard';
import { Measured } from './Measured';
import { PoolEvidence } from './PoolEvidence';
import { PoolNotices } from './PoolNotices';

/** What a pool or cluster has, where it is, and what can be had. */
export function PoolCapacity(props: { readonly pool: Pool }) {
  const { pool } = props;
  const { nodes, pods, groups, headline, cluster, moves } = pool;
  return (
    <Flex direction="column" gap="4">
      <div>
        <Text as="p" variant="title-small" aria-live="polite">
          {headline}
        </Text>
        <DataAge freshness={nodes.freshness} />
      </div>
      <PoolNotices pool={pool} />
      {groups.length > 0 && (
        <Section title={`Devices of ${cluster.title ?? cluster.name}`}>
          <Devices pool={pool} />
        </Section>
      )}
      <Grid.Root columns={{ initial: '1', lg: groups.length > 1 ? '2' : '1' }}>
        {groups.map(group => (
          <GroupCard
            key={`${group.product} ${group.resource} ${group.kind}`}
            group={group}
            podsObserved={isObserved(pods.freshness.status)}
          />
        ))}
      </Grid.Root>
      {moves && <MoveBox moves={moves} />}
      <PoolEvidence pool={pool} />
    </Flex>
  );
}

function Devices(props: { readonly pool: Pool }) {
  const { devices, uncounted, measured } = props.pool;
  const isAnyCounted = Object.values(devices).some(amount => amount > 0);
  return (
    <Flex direction="column" gap="3">
      {isAnyCounted && (
        <ExplainedLedger title="Where all devices are" ledger={devices} />
      )}
      {measured && <Measured measured={measured} />}
      {uncounted.length > 0 && (
        <Text as="p" color="secondary">
          Not counted as devices:{' '}
          {enumerated(
            uncounted.map(({ resource, units }) => amountText(resource, units)),
          )}
          . How many physical devices they are is not known.
        </Text>
      )}
    </Flex>
  );
}

function isObserved(status: Pool['pods']['freshness']['status']): boolean {
  return status === 'live' || status === 'stale';
}
