import { Flex, Text } from '@backstage/ui';
import type { Freshness } from '@fairway/observation';
import { DataAge, isSameTrouble, StatusText } from '@fairway/platform-ui';
import type { QueuesView } from '@fairway/plugin-gpu-capacity-common';
import { useId, type ReactNode } from 'react';
import { HardwareTable } from './HardwareTable';
import { PendingWorkloads, waitingWords } from './PendingWorkloads';
import styles from './QueueSection.module.css';
import { QuotaTable } from './QuotaTable';
import { WaitTable } from './WaitTable';

/** Who may have what, who waits, and whether quota promises what the hardware has. */
export function QueueSection(props: {
  readonly queues: QueuesView;
  /** What is said elsewhere already. */
  readonly said: Freshness;
}) {
  const { queues, said } = props;
  const { freshness, malformed, starving, pending, problems } = queues;
  const hasHardware =
    queues.hardware.length > 0 || queues.flavorsWithoutNodes.length > 0;
  return (
    <Flex direction="column" gap="5">
      {freshness.status !== 'live' && !isSameTrouble(freshness, said) && (
        <DataAge freshness={freshness} />
      )}
      <Sentences
        label="Who starves"
        tone="bad"
        sentences={starving.map(({ sentence }) => sentence)}
      />
      <Sentences label="Problems" tone="attention" sentences={problems} />
      <Sentences
        label="What could not be read"
        tone="attention"
        sentences={malformed.map(
          ({ key, message }) =>
            `${key} is missing here because it could not be read: ${message}`,
        )}
      />
      <Part title={waitingTitle(pending)}>
        <PendingWorkloads pending={pending} />
      </Part>
      {queues.waitsKnown && queues.clusterQueues.length > 0 && (
        <Part title="How long workloads waited">
          <WaitTable queues={queues.clusterQueues} known={queues.waitsKnown} />
        </Part>
      )}
      <Part title="Quota of the queues">
        {queues.clusterQueues.length > 0 ? (
          <QuotaTable queues={queues.clusterQueues} />
        ) : (
          <Text as="p">
            {freshness.status === 'live'
              ? 'No queue has quota for accelerators on these nodes.'
              : 'The queues are not known.'}
          </Text>
        )}
      </Part>
      {hasHardware && (
        <Part title="Quota against hardware">
          <HardwareTable queues={queues} />
        </Part>
      )}
    </Flex>
  );
}

function waitingTitle(pending: QueuesView['pending']): string {
  const { total, items } = pending;
  return total === undefined && items.length === 0
    ? 'Who waits'
    : waitingWords(pending);
}

function Part(props: { readonly title: string; readonly children: ReactNode }) {
  const { title, children } = props;
  const titleId = useId();
  return (
    <section aria-labelledby={titleId}>
      <Text as="h3" id={titleId} variant="body-medium" weight="bold">
        {title}
      </Text>
      {children}
    </section>
  );
}

function Sentences(props: {
  readonly label: string;
  readonly tone: 'bad' | 'attention';
  readonly sentences: readonly string[];
}) {
  const { label, tone, sentences } = props;
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={label}>
      {sentences.map(sentence => (
        <li key={sentence}>
          <StatusText tone={tone}>{sentence}</StatusText>
        </li>
      ))}
    </ul>
  );
}
