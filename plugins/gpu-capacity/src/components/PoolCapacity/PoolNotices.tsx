import { Flex, Text } from '@backstage/ui';
import { DataAge, isSameTrouble, StatusText } from '@fairway/platform-ui';
import {
  counted,
  type PoolCapacity,
} from '@fairway/plugin-gpu-capacity-common';
import { PartNotices } from '../PartNotices';

/** What stands beside the numbers: waiting pods, waste, and what could not be read. */
export function PoolNotices(props: { readonly pool: PoolCapacity }) {
  const { nodes, pods, parts } = props.pool;
  return (
    <Flex direction="column" gap="1">
      {pods.freshness.status !== 'live' &&
        !isSameTrouble(pods.freshness, nodes.freshness) && (
          <Flex gap="2">
            <Text>Pods:</Text> <DataAge freshness={pods.freshness} />
          </Flex>
        )}
      <PodNotices pods={pods} />
      <PartNotices parts={parts} />
      {[...nodes.malformed, ...pods.malformed].map(({ key, message }) => (
        <StatusText key={key} tone="attention">
          {key} is missing here because it could not be read: {message}
        </StatusText>
      ))}
    </Flex>
  );
}

function PodNotices(props: { readonly pods: PoolCapacity['pods'] }) {
  const { waiting, gated, wasting } = props.pods;
  return (
    <>
      {wasting > 0 && (
        <StatusText tone="attention">
          {counted(wasting, 'pod holds', 'pods hold')} accelerators of this pool
          and cannot run
        </StatusText>
      )}
      {waiting > 0 && (
        <StatusText tone="busy">
          {counted(waiting, 'pod waits', 'pods wait')} for accelerators in this
          cluster
        </StatusText>
      )}
      {gated > 0 && (
        <StatusText tone="busy">
          {counted(gated, 'pod is', 'pods are')} held back by a scheduling gate,
          such as a queue
        </StatusText>
      )}
    </>
  );
}
