import { Button, Flex, Text } from '@backstage/ui';
import { useApi } from '@backstage/core-plugin-api';
import { StatusText } from '@fairway/platform-ui';
import {
  BREAK_GLASS_REASON_LENGTH,
  isOverridable,
  type PreflightView,
} from '@fairway/plugin-kargo-common';
import { useState } from 'react';
import { kargoApiRef, type WantedPromotion } from '../../api';
import { useEntityRef } from '../../hooks/useEntityRef';
import { controlList } from '../actionWording';
import { ReasonForm } from './ReasonForm';

/** The way past controls of the process in an emergency: with a reason and a second person, and recorded. */
export function BreakGlass(props: {
  readonly preflight: PreflightView;
  readonly wanted: WantedPromotion;
  readonly onSent: () => void;
}) {
  const { preflight, wanted, onSent } = props;
  const [isOpen, setOpen] = useState(false);
  const { blockers, overridden, requests, executionMode } = preflight;
  if (overridden.length > 0) {
    return (
      <StatusText tone="attention">
        The glass is broken: this promotion passes over{' '}
        {controlList(overridden)}.{' '}
        {executionMode === 'execute'
          ? 'The history keeps that, with your reason and the second person.'
          : 'Kargo does not ask for them; the history has your request and the second person.'}
      </StatusText>
    );
  }
  const names = [...new Set(blockers.map(({ control }) => control))];
  const passed = names.filter(isOverridable);
  const isAsked = requests.some(
    ({ purpose, state }) =>
      purpose === 'break-glass' && ['pending', 'approved'].includes(state),
  );
  if (executionMode === 'view' || passed.length === 0 || isAsked) return null;
  if (!isOpen) {
    return (
      <Flex>
        <Button variant="tertiary" onPress={() => setOpen(true)}>
          Break glass…
        </Button>
      </Flex>
    );
  }
  const left = names.filter(name => !isOverridable(name));
  return (
    <Flex direction="column" gap="2">
      <Text as="p">
        For an emergency. Once a second person approves, this one promotion
        passes over {controlList(passed)}.
        {left.length > 0 && ` It does not pass over ${controlList(left)}.`} Who
        asked, who approved and why is kept in the history and reported.
      </Text>
      <GlassForm wanted={wanted} onSent={onSent} />
    </Flex>
  );
}

function GlassForm(props: {
  readonly wanted: WantedPromotion;
  readonly onSent: () => void;
}) {
  const { wanted, onSent } = props;
  const { intent: _, ...binding } = wanted;
  const api = useApi(kargoApiRef);
  const entity = useEntityRef();
  return (
    <ReasonForm
      label="Why should the controls not hold this time?"
      description={`In ${BREAK_GLASS_REASON_LENGTH} characters or more. The second person decides by it.`}
      action="Ask a second person"
      minLength={BREAK_GLASS_REASON_LENGTH}
      onSend={async reason => {
        await api.requestApproval(entity, {
          ...binding,
          reason,
          purpose: 'break-glass',
        });
        onSent();
      }}
    />
  );
}
