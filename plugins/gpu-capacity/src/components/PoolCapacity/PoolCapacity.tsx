import { Card, CardBody, CardHeader, Flex, Grid, Text } from '@backstage/ui';
import { DataAge, isSameTrouble, StatusText } from '@fairway/platform-ui';
import type { PoolCapacity as Pool } from '@fairway/plugin-gpu-capacity-common';
import { GroupSection } from './GroupSection';
import { NodeTable } from './NodeTable';

/** What a pool or cluster has, what is held, and what can be had. */
export function PoolCapacity(props: { readonly pool: Pool }) {
  const { pool } = props;
  const { nodes, pods, groups, headline, cluster } = pool;
  return (
    <Flex direction="column" gap="4">
      <div>
        <Text as="p" variant="title-small" aria-live="polite">
          {headline}
        </Text>
        <DataAge freshness={nodes.freshness} />
      </div>
      <Text as="p" color="secondary">
        Free is not the same as usable: whether a workload fits also depends on
        the CPU, memory and taints of each node and on quota, which are not
        looked at here.
      </Text>
      <Notices pool={pool} />
      <Grid.Root columns={{ initial: '1', lg: groups.length > 1 ? '2' : '1' }}>
        {groups.map(group => (
          <GroupSection
            key={`${group.product} ${group.resource} ${group.kind}`}
            group={group}
            podsObserved={isObserved(pods.freshness.status)}
          />
        ))}
      </Grid.Root>
      {nodes.items.length > 0 && (
        <Card>
          <CardHeader>
            <Text as="h2" variant="title-x-small">
              Nodes of {cluster.title ?? cluster.name}
            </Text>
          </CardHeader>
          <CardBody>
            <NodeTable
              nodes={nodes.items}
              podsObserved={isObserved(pods.freshness.status)}
            />
          </CardBody>
        </Card>
      )}
    </Flex>
  );
}

function isObserved(status: Pool['pods']['freshness']['status']): boolean {
  return status === 'live' || status === 'stale';
}

/** What stands beside the numbers: waiting pods, waste, and what could not be read. */
function Notices(props: { readonly pool: Pool }) {
  const { nodes, pods } = props.pool;
  return (
    <Flex direction="column" gap="1">
      {pods.freshness.status !== 'live' &&
        !isSameTrouble(pods.freshness, nodes.freshness) && (
          <Flex gap="2">
            <Text>Pods:</Text> <DataAge freshness={pods.freshness} />
          </Flex>
        )}
      {pods.wasting > 0 && (
        <StatusText tone="attention">
          {count(pods.wasting, 'pod holds', 'pods hold')} accelerators of this
          pool and cannot run
        </StatusText>
      )}
      {pods.waiting > 0 && (
        <StatusText tone="busy">
          {count(pods.waiting, 'pod waits', 'pods wait')} for accelerators in
          this cluster
        </StatusText>
      )}
      {pods.gated > 0 && (
        <StatusText tone="busy">
          {count(pods.gated, 'pod is', 'pods are')} held back by a scheduling
          gate, such as a queue
        </StatusText>
      )}
      {[...nodes.malformed, ...pods.malformed].map(({ key, message }) => (
        <StatusText key={key} tone="attention">
          {key} is missing here because it could not be read: {message}
        </StatusText>
      ))}
    </Flex>
  );
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
