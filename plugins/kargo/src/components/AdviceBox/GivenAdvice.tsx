import { Button, Flex, Text } from '@backstage/ui';
import { StatusText, TimeAgo } from '@fairway/platform-ui';
import type { AdviceVerdict } from '@fairway/plugin-kargo-common';
import styles from './AdviceBox.module.css';
import type { AdviceState } from '../../hooks/AdviceState';

/** What a model said, as text and nothing else: it was written by nobody who answers for it. */
export function GivenAdvice(props: {
  readonly advice: Extract<AdviceState, { readonly status: 'advice' }>;
  readonly onJudge: (verdict: AdviceVerdict) => void;
}) {
  const { advice, onJudge } = props;
  const { model, given, judgement } = advice;
  if (judgement.status === 'saved' && judgement.verdict === 'dismissed') {
    return (
      <Text as="p" role="status" color="secondary">
        You dismissed the advice of {model}. It stays in the record.
      </Text>
    );
  }
  const { summary, questions } = given.advice;
  return (
    <>
      <StatusText tone="attention">
        {model} wrote this <TimeAgo time={given.at} />. It may be wrong: check
        it against the evidence.
      </StatusText>
      <p className={styles.text}>{summary}</p>
      {questions.length > 0 && (
        <ul className={styles.questions} aria-label="Questions to check">
          {questions.map(question => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
      {judgement.status === 'saved' ? (
        <Text as="p" role="status" color="secondary">
          It is recorded that this helped you.
        </Text>
      ) : (
        <>
          {judgement.status === 'failed' && (
            <div role="alert">
              <StatusText tone="bad">
                What you said could not be recorded: {judgement.message}
              </StatusText>
            </div>
          )}
          <Flex gap="2">
            <Button
              variant="secondary"
              size="small"
              isDisabled={judgement.status === 'saving'}
              onPress={() => onJudge('used')}
            >
              This helped
            </Button>
            <Button
              variant="tertiary"
              size="small"
              isDisabled={judgement.status === 'saving'}
              onPress={() => onJudge('dismissed')}
            >
              Dismiss
            </Button>
          </Flex>
        </>
      )}
    </>
  );
}
