import { Button, Flex, Text } from '@backstage/ui';
import type { PortalOrder } from '@fairway/plugin-kargo-common';
import { useState } from 'react';
import {
  useActionOffer,
  type ActionPlace,
} from '../../hooks/AvailableActionsContext';
import { ActionDialog } from './ActionDialog';

/** Offers an action where the portal carries actions out; where it cannot do this one, it says why. */
export function ActionButton(props: {
  readonly order: PortalOrder;
  readonly place: ActionPlace;
  /** "Abort prod.01". */
  readonly label: string;
}) {
  const { order, place, label } = props;
  const offer = useActionOffer(order.action, place);
  const [isOpen, setOpen] = useState(false);
  if (offer.status === 'hidden') return null;
  return (
    <Flex direction="column" gap="1" align="start">
      <Button
        size="small"
        variant="secondary"
        isDisabled={offer.status === 'disabled'}
        onPress={() => setOpen(true)}
      >
        {label}
      </Button>
      {offer.status === 'disabled' && (
        <Text as="p" variant="body-small" color="secondary">
          {offer.reason}
        </Text>
      )}
      {isOpen && (
        <ActionDialog
          order={order}
          label={label}
          onClose={() => setOpen(false)}
        />
      )}
    </Flex>
  );
}
