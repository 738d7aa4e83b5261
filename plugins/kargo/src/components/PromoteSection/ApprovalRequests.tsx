import { Button, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { StatusText, TimeAgo } from '@fairway/platform-ui';
import type { ApprovalRequest } from '@fairway/plugin-kargo-common';
import useAsyncFn from 'react-use/esm/useAsyncFn';
import { kargoApiRef } from '../../api';
import { useEntityRef } from '../../hooks/useEntityRef';
import { APPROVAL_WORDING } from '../wording';

interface Answer {
  readonly verdict: 'approve' | 'reject' | 'withdraw';
  readonly word: string;
  readonly variant: 'secondary' | 'tertiary';
}

const ANSWERS: readonly Answer[] = [
  { verdict: 'approve', word: 'Approve', variant: 'secondary' },
  { verdict: 'reject', word: 'Reject', variant: 'secondary' },
  { verdict: 'withdraw', word: 'Withdraw', variant: 'tertiary' },
];

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
        {request.purpose === 'break-glass' && 'Break glass. '}
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
    async (verdict: Answer['verdict']) => {
      if (verdict === 'withdraw') await api.withdrawApproval(entity, id);
      else await api.decideApproval(entity, id, verdict);
      onChange();
    },
    [api, entity, id, onChange],
  );
  return (
    <Flex gap="2" align="center" style={{ flexWrap: 'wrap' }}>
      {ANSWERS.map(({ verdict, word, variant }) => (
        <Button
          key={verdict}
          variant={variant}
          size="small"
          isPending={state.loading}
          onPress={() => answer(verdict)}
        >
          {word}
        </Button>
      ))}
      {state.error && <Text role="alert">{state.error.message}</Text>}
    </Flex>
  );
}
