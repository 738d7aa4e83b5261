import { Flex, Link, Skeleton, Text } from '@backstage/ui';
import { AsyncContent, StatusText } from '@fairway/platform-ui';
import {
  useOwnCapacity,
  type OwnCapacity as Own,
} from '../../hooks/useOwnCapacity';
import { useCapacityPath } from '../../navigation';
import styles from './OwnCapacity.module.css';

/**
 * The GPUs of the pools and of the components of the reader, a sentence each, for the home page.
 *
 * @public
 */
export function OwnCapacity() {
  const state = useOwnCapacity();
  return (
    <AsyncContent
      state={state}
      subject="your GPUs"
      skeleton={<Skeleton width="80%" height={24} />}
    >
      {own => <Entities own={own} />}
    </AsyncContent>
  );
}

function Entities(props: { readonly own: readonly Own[] }) {
  const { own } = props;
  const capacityPath = useCapacityPath();
  if (own.length === 0) {
    return (
      <Text as="p">
        Nothing of yours holds GPUs. Pools appear here with the annotation
        gpu-capacity/cluster, and your components once their pods ask for
        accelerators.
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="3">
      <ul className={styles.list} aria-label="Pools and your components">
        {own.map(({ entityRef, title, answer }) => (
          <li key={entityRef}>
            <Link href={capacityPath(entityRef)}>{title}</Link>
            {answer.status === 'known' ? (
              <Text as="span">{answer.capacity.headline}</Text>
            ) : (
              <StatusText tone="unknown">Not known: {answer.reason}</StatusText>
            )}
          </li>
        ))}
      </ul>
    </Flex>
  );
}
