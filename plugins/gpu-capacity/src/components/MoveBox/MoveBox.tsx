import { Flex, Text } from '@backstage/ui';
import { FactTable, type FactColumn } from '@fairway/platform-ui';
import {
  amountText,
  type MoveOptionView,
  type MoveView,
} from '@fairway/plugin-gpu-capacity-common';
import { useId } from 'react';
import { PodName } from '../PodName';
import styles from './MoveBox.module.css';

type MovePod = MoveOptionView['pods'][number];

const WHO: ReadonlyArray<FactColumn<MovePod>> = [
  { title: 'Pod', render: ({ pod }) => <PodName pod={pod} /> },
  {
    title: 'Holds',
    render: ({ devices }) =>
      Object.entries(devices)
        .map(([resource, amount]) => amountText(resource, amount))
        .join(', '),
  },
  { title: 'Priority', numeric: true, render: ({ priority }) => priority },
];

const MOVED: ReadonlyArray<FactColumn<MovePod>> = [
  ...WHO,
  { title: 'Would fit on', render: ({ to }) => to ?? 'no node was found' },
];

/** What would have to move, in a box of its own: it is advice, and nobody moves anything. */
export function MoveBox(props: { readonly moves: MoveView }) {
  const { sentence, move, preempt, exhaustive } = props.moves;
  const titleId = useId();
  return (
    <section className={styles.box} aria-labelledby={titleId}>
      <Flex direction="column" gap="3">
        <Text as="h3" id={titleId} variant="body-medium" weight="bold">
          What would have to move
        </Text>
        <Text as="p">{sentence}</Text>
        {move && move.pods.length > 0 && (
          <FactTable
            caption={`Pods that would move from ${move.node}`}
            columns={MOVED}
            rows={move.pods}
            rowKey={podKey}
          />
        )}
        {!move && preempt && preempt.pods.length > 0 && (
          <FactTable
            caption={`Pods of a lower priority on ${preempt.node}`}
            columns={WHO}
            rows={preempt.pods}
            rowKey={podKey}
          />
        )}
        <Text as="p" variant="body-small" color="secondary">
          This is advice: nothing is moved or evicted from here.
          {!exhaustive &&
            (move || preempt) &&
            ' There may be a smaller set: not all were tried.'}
        </Text>
      </Flex>
    </section>
  );
}

/** Pods that the reader may not know have no names: the place in the list tells them apart. */
function podKey(pod: MovePod, index: number): string {
  return `${index} ${pod.pod.namespace}/${pod.pod.name}`;
}
