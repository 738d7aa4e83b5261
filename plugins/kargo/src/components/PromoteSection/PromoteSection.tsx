import { Button, ButtonLink, Flex, Skeleton, Text } from '@backstage/ui';
import { AsyncContent } from '@fairway/platform-ui';
import type { PreflightView } from '@fairway/plugin-kargo-common';
import { useState } from 'react';
import type { WantedPromotion } from '../../api';
import { usePreflight } from '../../hooks/usePreflight';
import { FindingList, FindingSummary } from '../FindingList';
import { ApprovalRequestForm } from './ApprovalRequestForm';
import { ApprovalRequests } from './ApprovalRequests';
import { BreakGlass } from './BreakGlass';
import { PromoteForm } from './PromoteForm';

/** What one may do about it: everything that stands against a promotion, then the way on. */
export function PromoteSection(props: {
  readonly wanted: WantedPromotion;
  readonly version: string;
}) {
  const { wanted, version } = props;
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Flex>
        <Button
          variant={wanted.intent === 'rollback' ? 'secondary' : 'primary'}
          onPress={() => setOpen(true)}
        >
          {wanted.intent === 'rollback'
            ? `Check going back to ${version}`
            : `Check promoting ${version} to ${wanted.stage}`}
        </Button>
      </Flex>
    );
  }
  return <Preflight wanted={wanted} />;
}

function Preflight(props: { readonly wanted: WantedPromotion }) {
  const { wanted } = props;
  const state = usePreflight(wanted);
  return (
    <AsyncContent
      state={state}
      subject="the controls"
      skeleton={<Skeleton width="100%" height={120} />}
    >
      {preflight => (
        <Findings
          preflight={preflight}
          wanted={wanted}
          onChange={state.retry}
        />
      )}
    </AsyncContent>
  );
}

function Findings(props: {
  readonly preflight: PreflightView;
  readonly wanted: WantedPromotion;
  readonly onChange: () => void;
}) {
  const { preflight, wanted, onChange } = props;
  const { blockers, warnings, requests } = preflight;
  const needsRequest = blockers.some(
    ({ control, whoCanAct }) =>
      control === 'approvals' && whoCanAct === 'caller',
  );
  return (
    <Flex direction="column" gap="3">
      <FindingSummary blockers={blockers.length} />
      <FindingList label="Controls" blockers={blockers} warnings={warnings} />
      <ApprovalRequests requests={requests} onChange={onChange} />
      {needsRequest && (
        <ApprovalRequestForm wanted={wanted} onSent={onChange} />
      )}
      <BreakGlass preflight={preflight} wanted={wanted} onSent={onChange} />
      <Way preflight={preflight} wanted={wanted} />
    </Flex>
  );
}

/** Where a person goes on. Kargo asks its own controls again. */
function Way(props: {
  readonly preflight: PreflightView;
  readonly wanted: WantedPromotion;
}) {
  const { wanted } = props;
  const { decision, executionMode, handOffUrl, binding } = props.preflight;
  if (executionMode === 'execute' && decision === 'clear') {
    return <PromoteForm wanted={wanted} />;
  }
  if (executionMode === 'view') {
    return (
      <Text variant="body-small" color="secondary">
        Stages of the class {binding.riskClass} are promoted elsewhere.
      </Text>
    );
  }
  if (!handOffUrl) {
    return (
      <Text variant="body-small" color="secondary">
        Promote it in Kargo. Your platform team can set kargo.links to lead you
        there.
      </Text>
    );
  }
  return (
    <Flex>
      <ButtonLink
        href={handOffUrl}
        target="_blank"
        variant={decision === 'clear' ? 'primary' : 'secondary'}
      >
        {decision === 'clear' ? 'Go on in Kargo' : 'Look at it in Kargo'}
      </ButtonLink>
    </Flex>
  );
}
