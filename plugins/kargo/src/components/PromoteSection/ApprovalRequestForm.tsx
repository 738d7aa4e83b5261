import { Button, Flex, Text, TextField } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { kargoApiRef, type WantedPromotion } from '../../api';
import { useEntityRef } from '../../hooks/useEntityRef';

/** Asks others to approve a promotion; the reason is what they decide by. */
export function ApprovalRequestForm(props: {
  readonly wanted: WantedPromotion;
  readonly onSent: () => void;
}) {
  const { wanted, onSent } = props;
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const [reason, setReason] = useState('');
  const [state, send] = useAsyncFn(async () => {
    await api.requestApproval(entity, { ...wanted, reason });
    onSent();
  }, [api, entity, wanted, reason, onSent]);
  return (
    <Flex direction="column" gap="2">
      <TextField
        label="Why should it be promoted?"
        description="Those who approve read this, and it is kept in the history."
        value={reason}
        onChange={setReason}
        isRequired
      />
      <Flex>
        <Button
          variant="primary"
          isDisabled={reason.trim() === ''}
          isPending={state.loading}
          onPress={send}
        >
          Request approval
        </Button>
      </Flex>
      {state.error && <Text role="alert">{state.error.message}</Text>}
    </Flex>
  );
}
