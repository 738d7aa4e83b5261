import { Alert, Button, Flex } from '@backstage/ui';
import type { ReactNode } from 'react';
import type { AsyncState } from '../polling';
import styles from './AsyncContent.module.css';
import { loadFailure } from './loadFailure';

/** @public */
export interface AsyncContentProps<T> {
  readonly state: AsyncState<T>;
  /** What is loaded, in the words of the reader: "the versions", "the nodes". */
  readonly subject: string;
  /** A skeleton of the shape of the content, so that nothing jumps. */
  readonly skeleton: ReactNode;
  /** What to do when it fails; the error itself is shown as well. */
  readonly advice?: ReactNode;
  readonly children: (value: T) => ReactNode;
}

/**
 * Loading, error and data; the empty state is one of the data and belongs to `children`.
 *
 * @remarks
 * When a reload fails the last data stays, under a notice that says why it is old. When the reader may no longer see it,
 * nothing stays.
 *
 * @public
 */
export function AsyncContent<T>(props: AsyncContentProps<T>) {
  const { state, subject, skeleton, advice, children } = props;
  const failure = state.error && loadFailure(state.error);
  if (failure?.kind === 'denied') {
    return (
      <Alert
        role="alert"
        status="info"
        icon
        title={`You may not see ${subject}`}
        description={failure.message}
      />
    );
  }
  const notice = failure && (
    <Alert
      role="alert"
      status={state.value === undefined ? 'danger' : 'warning'}
      icon
      title={
        state.value === undefined
          ? `Could not load ${subject}`
          : `Could not update ${subject}; what you see may be old`
      }
      description={
        <>
          {failure.message} {advice}
        </>
      }
      customActions={
        <Button variant="secondary" size="small" onPress={state.retry}>
          Try again
        </Button>
      }
    />
  );
  if (state.value === undefined) {
    return (
      notice || (
        <div aria-busy="true" aria-label={`Loading ${subject}`} role="status">
          {skeleton}
        </div>
      )
    );
  }
  return (
    <Flex className={styles.content} direction="column" gap="4">
      {notice}
      {children(state.value)}
    </Flex>
  );
}
