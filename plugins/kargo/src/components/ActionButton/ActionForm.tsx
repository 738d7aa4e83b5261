import { useApi } from '@backstage/core-plugin-api';
import type { ActResponse, PortalOrder } from '@fairway/plugin-kargo-common';
import { useState } from 'react';
import { kargoApiRef } from '../../api';
import { useEntityRef } from '../../hooks/useEntityRef';
import { ReasonForm } from '../PromoteSection/ReasonForm';

/** Does something, in the name of the reader; the backend asks every control again. */
export function ActionForm(props: {
  readonly order: PortalOrder;
  readonly label: string;
  readonly onDone: (results: ActResponse['results']) => void;
}) {
  const { order, label, onDone } = props;
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  // Of one form comes one action, however often it is sent.
  const [requestId] = useState(() => crypto.randomUUID());
  return (
    <ReasonForm
      label="Why?"
      description="It is kept in the history, with your name."
      action={label}
      onSend={async reason => {
        const { results } = await api.act(entity, { order, reason, requestId });
        onDone(results);
      }}
    />
  );
}
