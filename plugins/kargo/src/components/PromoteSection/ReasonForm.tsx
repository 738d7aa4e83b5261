import { Button, Flex, Text, TextField } from '@backstage/ui';
import { useState } from 'react';
import useAsyncFn from 'react-use/esm/useAsyncFn';

/** Something that is done with a reason, which others read. */
export function ReasonForm(props: {
  readonly label: string;
  readonly description: string;
  /** What the button does: "Request approval". */
  readonly action: string;
  /** Characters that the reason has at least; 1 by default. */
  readonly minLength?: number;
  readonly onSend: (reason: string) => Promise<void>;
}) {
  const { label, description, action, minLength = 1, onSend } = props;
  const [reason, setReason] = useState('');
  const [state, send] = useAsyncFn(() => onSend(reason), [onSend, reason]);
  return (
    <Flex direction="column" gap="2">
      <TextField
        label={label}
        description={description}
        value={reason}
        onChange={setReason}
        isRequired
      />
      <Flex>
        <Button
          variant="primary"
          isDisabled={reason.trim().length < minLength}
          isPending={state.loading}
          onPress={send}
        >
          {action}
        </Button>
      </Flex>
      {state.error && <Text role="alert">{state.error.message}</Text>}
    </Flex>
  );
}
