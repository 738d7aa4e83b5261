import { Button, Flex, Skeleton, Text } from '@backstage/ui';
import { StatusText } from '@fairway/platform-ui';
import type { AdviceVerdict } from '@fairway/plugin-kargo-common';
import { useId } from 'react';
import styles from './AdviceBox.module.css';
import type { AdviceState } from '../../hooks/AdviceState';
import { GivenAdvice } from './GivenAdvice';

/** Advice of a model beside the diagnosis, never in its place. Nothing where there is no model. */
export function AdviceBox(props: {
  readonly state: AdviceState;
  readonly onAsk: () => void;
  readonly onJudge: (verdict: AdviceVerdict) => void;
}) {
  const { state, onAsk, onJudge } = props;
  const titleId = useId();
  if (state.status === 'off') return null;
  return (
    <section className={styles.box} aria-labelledby={titleId}>
      <Flex direction="column" gap="3">
        <Text as="h3" id={titleId} variant="body-medium" weight="bold">
          Advice from a model
        </Text>
        {state.status === 'advice' ? (
          <GivenAdvice advice={state} onJudge={onJudge} />
        ) : (
          <Question state={state} onAsk={onAsk} />
        )}
      </Flex>
    </section>
  );
}

function Question(props: {
  readonly state: Exclude<
    AdviceState,
    { readonly status: 'off' } | { readonly status: 'advice' }
  >;
  readonly onAsk: () => void;
}) {
  const { state, onAsk } = props;
  const { model } = state;
  if (state.status === 'asking') {
    return (
      <div role="status" aria-busy="true">
        <Flex direction="column" gap="2">
          <Text as="p">
            Asking {model}, which may take a minute. The diagnosis stands
            meanwhile.
          </Text>
          <Skeleton width="100%" height={64} />
        </Flex>
      </div>
    );
  }
  return (
    <>
      {state.status === 'unavailable' ? (
        <div role="status">
          <StatusText tone="unknown">
            No advice: {state.reason} The diagnosis stands.
          </StatusText>
        </div>
      ) : (
        <Text as="p" color="secondary">
          {model} can put the diagnosis into plain words and say what to check.
          It gets the diagnosis without secrets, and its answer is recorded.
        </Text>
      )}
      <div>
        <Button variant="secondary" size="small" onPress={onAsk}>
          {state.status === 'unavailable' ? 'Ask again' : 'Ask the model'}
        </Button>
      </div>
    </>
  );
}
