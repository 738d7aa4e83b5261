import { ResponseError } from '@backstage/errors';

/**
 * Why something could not be loaded, for people.
 *
 * @remarks
 * `denied` is no fault: trying again does not help, and what was shown before must not stay.
 *
 * @public
 */
export interface LoadFailure {
  readonly kind: 'denied' | 'failed';
  /** A sentence. What the backend says wins over the status code, which says nothing to a reader. */
  readonly message: string;
}

/** What Chromium, Firefox and Safari say when nobody answers. */
const NO_ANSWER =
  /^(Failed to fetch|NetworkError when attempting to fetch resource\.?|Load failed)$/;

/**
 * Reads an error of a client.
 *
 * @public
 */
export function loadFailure(error: Error): LoadFailure {
  if (!(error instanceof ResponseError)) {
    const message = NO_ANSWER.test(error.message)
      ? 'The backend does not answer: it is down, or your connection is'
      : error.message;
    return { kind: 'failed', message: sentence(message) };
  }
  return {
    kind: error.statusCode === 403 ? 'denied' : 'failed',
    message: sentence(error.body.error.message || error.message),
  };
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
