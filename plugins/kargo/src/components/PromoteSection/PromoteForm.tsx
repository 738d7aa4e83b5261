import { useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { kargoApiRef, type WantedPromotion } from '../../api';
import { useEntityRef } from '../../hooks/useEntityRef';
import { partKey, useSelect } from '../../navigation';
import { ReasonForm } from './ReasonForm';

/** Promotes, in the name of the reader; the backend asks every control again. */
export function PromoteForm(props: { readonly wanted: WantedPromotion }) {
  const { wanted } = props;
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const select = useSelect();
  // Of one form comes one promotion, however often it is sent.
  const [requestId] = useState(() => crypto.randomUUID());
  return (
    <ReasonForm
      label="Why is it promoted?"
      description="It is kept in the history, with your name."
      action={`Promote to ${wanted.stage}`}
      onSend={async reason => {
        const { promotion } = await api.promote(entity, {
          ...wanted,
          reason,
          requestId,
        });
        const { controlPlane } = wanted;
        select({
          stage: undefined,
          promotion: partKey({ controlPlane, name: promotion }),
        });
      }}
    />
  );
}
