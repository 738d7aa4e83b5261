import { Button, Flex, Text } from '@backstage/ui';
import type { Portfolio } from '@fairway/plugin-kargo-common';

/** Goes from page to page. */
export function PortfolioPaging(props: {
  readonly portfolio: Pick<Portfolio, 'offset' | 'limit' | 'total' | 'items'>;
  readonly onOffset: (offset: number) => void;
}) {
  const { portfolio, onOffset } = props;
  const { offset, limit, total, items } = portfolio;
  const end = offset + items.length;
  if (offset === 0 && end >= total) return null;
  return (
    <Flex align="center" gap="3" role="navigation" aria-label="Pages">
      <Button
        variant="secondary"
        size="small"
        isDisabled={offset === 0}
        onPress={() => onOffset(Math.max(0, offset - limit))}
      >
        Previous
      </Button>
      <Text variant="body-small" color="secondary">
        {items.length > 0
          ? `${offset + 1} to ${end} of ${total}`
          : `None of ${total} here`}
      </Text>
      <Button
        variant="secondary"
        size="small"
        isDisabled={end >= total}
        onPress={() => onOffset(offset + limit)}
      >
        Next
      </Button>
    </Flex>
  );
}
