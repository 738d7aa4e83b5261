import { AccordionGroup, Button, Flex, Text } from '@backstage/ui';
import type { PromotionView } from '@fairway/plugin-kargo-common';
import { useState } from 'react';
import { partKey, useSelection } from '../../navigation';
import { PromotionItem } from './PromotionItem';

/** As many as say what is going on; the rest waits until somebody asks. */
const PAGE = 15;

/** Promotions, the newest first; each opens to its steps, and the open one is in the URL. */
export function PromotionList(props: {
  readonly controlPlane: string;
  readonly promotions: readonly PromotionView[];
  /** How many there are, of which these are the newest. */
  readonly total: number;
}) {
  const { controlPlane, promotions, total } = props;
  const [open, select] = useSelection('promotion');
  const [limit, setLimit] = useState(PAGE);
  if (promotions.length === 0) {
    return <Text>No promotion has been started yet.</Text>;
  }
  const openIndex = promotions.findIndex(
    ({ name }) => open === partKey({ controlPlane, name }),
  );
  const openName = promotions[openIndex]?.name;
  // A link leads to its promotion, wherever that stands by now.
  const shown = promotions.slice(0, Math.max(limit, openIndex + 1));
  const onOpen = (names: Iterable<string | number>) => {
    const [name] = names;
    select(name ? partKey({ controlPlane, name: String(name) }) : undefined);
  };
  return (
    <>
      <AccordionGroup
        expandedKeys={openName ? [openName] : []}
        onExpandedChange={onOpen}
      >
        {shown.map(promotion => (
          <PromotionItem
            key={promotion.name}
            controlPlane={controlPlane}
            promotion={promotion}
            isOpen={promotion.name === openName}
          />
        ))}
      </AccordionGroup>
      {total > shown.length && (
        <Flex align="center" gap="3">
          <Text variant="body-small" color="secondary">
            The newest {shown.length} of {total} promotions.
          </Text>
          {promotions.length > shown.length && (
            <Button
              variant="secondary"
              size="small"
              onPress={() => setLimit(shown.length + PAGE)}
            >
              Show more
            </Button>
          )}
        </Flex>
      )}
    </>
  );
}
