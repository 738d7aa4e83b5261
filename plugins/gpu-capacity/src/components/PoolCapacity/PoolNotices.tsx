import { Flex, Text } from '@backstage/ui';
import { DataAge, isSameTrouble, StatusText } from '@fairway/platform-ui';
import {
  counted,
  type PartView,
  type PoolCapacity,
} from '@fairway/plugin-gpu-capacity-common';

const PART_WORDS: Readonly<Record<PartView['name'], string>> = {
  budgets: 'Disruption budgets',
  queues: 'Queues',
  claims: 'Device claims',
  metrics: 'Metrics of devices',
  quotas: 'Quotas of namespaces',
  workloads: 'Deployments and other workloads',
};

const PART_STATUS = {
  stale: { tone: 'attention', word: 'are old' },
  loading: { tone: 'busy', word: 'are read for the first time' },
  unobserved: { tone: 'unknown', word: 'are not observed' },
} as const;

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
      {parts.map(part => (
        <PartNotice key={part.name} part={part} />
      ))}
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

/** What is current is not worth a word. */
function PartNotice(props: { readonly part: PartView }) {
  const { name, status, reason } = props.part;
  if (status === 'live') return null;
  const { tone, word } = PART_STATUS[status];
  return (
    <StatusText tone={tone}>
      {PART_WORDS[name]} {word}
      {reason && `: ${reason}`}
    </StatusText>
  );
}
