import { useApi } from '@backstage/core-plugin-api';
import { kargoApiRef, type WantedPromotion } from '../../api';
import { useEntityRef } from '../../hooks/useEntityRef';
import { ReasonForm } from './ReasonForm';

/** Asks others to approve a promotion; the reason is what they decide by. */
export function ApprovalRequestForm(props: {
  readonly wanted: WantedPromotion;
  readonly onSent: () => void;
}) {
  const { wanted, onSent } = props;
  // An approval is of the freight in the stage, whether it is new there or was there before.
  const { intent: _, ...binding } = wanted;
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  return (
    <ReasonForm
      label="Why should it be promoted?"
      description="Those who approve read this, and it is kept in the history."
      action="Request approval"
      onSend={async reason => {
        await api.requestApproval(entity, { ...binding, reason });
        onSent();
      }}
    />
  );
}
