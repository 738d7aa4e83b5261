import { Button, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { StatusText, TimeAgo } from '@fairway/platform-ui';
import type { ApprovalRequest } from '@fairway/plugin-kargo-common';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { kargoApiRef } from '../../api';
import { useEntityRef } from '../../hooks/useEntityRef';
import { APPROVAL_WORDING } from '../wording';

/** Requests for approval of a promotion, and what one may say to them. */
export function ApprovalRequests(props: {
  readonly requests: readonly ApprovalRequest[];
  readonly onChange: () => void;
}) {
  const { requests, onChange } = props;
  return (
    <>
      {requests.map(request => (
        <Request key={request.id} request={request} onChange={onChange} />
      ))}
    </>
  );
}

function Request(props: {
  readonly request: ApprovalRequest;
  readonly onChange: () => void;
}) {
  const { request, onChange } = props;
  const { tone, word } = APPROVAL_WORDING[request.state];
  const approved = request.decisions.filter(
    ({ verdict }) => verdict === 'approve',
  ).length;
  return (
    <Flex direction="column" gap="1">
      <StatusText tone={tone}>
        {word}: {request.reason} ({request.requester.ref},{' '}
        <TimeAgo time={request.requestedAt} />)
      </StatusText>
      <Text as="p" variant="body-small" color="secondary">
        {approved} of {request.requiredApprovals} approvals, from{' '}
        {request.approverGroups.join(' or ')}.
      </Text>
      {request.state === 'pending' && (
        <Answers id={request.id} onChange={onChange} />
      )}
    </Flex>
  );
}

/** The backend knows who may; what it refuses, it explains. */
function Answers(props: {
  readonly id: string;
  readonly onChange: () => void;
}) {
  const { id, onChange } = props;
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  const [state, answer] = useAsyncFn(
    async (verdict: 'approve' | 'reject' | 'withdraw') => {
      if (verdict === 'withdraw') await api.withdrawApproval(entity, id);
      else await api.decideApproval(entity, id, verdict);
      onChange();
    },
    [api, entity, id, onChange],
  );
  return (
    <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
      <Button
        variant="secondary"
        size="small"
        isPending={state.loading}
        onPress={() => answer('approve')}
      >
        Approve
      </Button>
      <Button
        variant="secondary"
        size="small"
        isPending={state.loading}
        onPress={() => answer('reject')}
      >
        Reject
      </Button>
      <Button
        variant="tertiary"
        size="small"
        isPending={state.loading}
        onPress={() => answer('withdraw')}
      >
        Withdraw
      </Button>
      {state.error && <Text role="alert">{state.error.message}</Text>}
    </Flex>
  );
}
