import { Flex } from '@backstage/ui';
import type { Observation } from '@fairway/observation';
import { DataAge, isSameTrouble, StatusText } from '@fairway/platform-ui';
import type { ReactNode } from 'react';

/** What could not be observed is said; it is not shown as empty. */
export function ObservedPart(props: {
  readonly observed: Observation & { readonly items: readonly unknown[] };
  /** What is said elsewhere already. */
  readonly said?: Observation['freshness'];
  readonly what: string;
  readonly children: ReactNode;
}) {
  const { observed, said, what, children } = props;
  const { freshness, items, malformed } = observed;
  const unseen =
    freshness.status === 'unobserved' ||
    (freshness.status !== 'live' && items.length === 0);
  const isSaid = said !== undefined && isSameTrouble(freshness, said);
  return (
    <Flex direction="column" gap="2">
      {freshness.status !== 'live' && !isSaid && (
        <DataAge freshness={freshness} />
      )}
      {malformed.map(({ key, message }) => (
        <StatusText key={key} tone="attention">
          {key} is missing here because it could not be read: {message}
        </StatusText>
      ))}
      {unseen ? (
        <StatusText tone="unknown">The {what} are unknown.</StatusText>
      ) : (
        children
      )}
    </Flex>
  );
}
